"""The seam between a nudge and the ways to show it."""

import os
import sys
from typing import Protocol

from habit_tracker.desktop.notifications.dbus import BusError
from habit_tracker.desktop.notifications.do_not_disturb import quiet_on
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.server import CHANNEL_VARIABLE, ask_server, reach_bus, reason_of
from habit_tracker.desktop.notifications.waiting import Wait


class Backend(Protocol):
    """A way to put a nudge on the screen."""

    proves_display: bool
    """Whether `show` reports "shown", which a server confirmed, rather than "sent"."""

    def show(self, request: Request) -> Report:
        """Put it on the screen, and say shown, sent or failed."""
        ...


def choose(wait: Wait) -> Backend | Report:
    """The best way to show a nudge here, or the report that says why nothing is to be shown.

    On Linux the bus is asked first whether a server would show it, also for plyer, which cannot tell.
    """
    from habit_tracker.desktop.notifications.plyer_backend import PlyerBackend

    if not sys.platform.startswith("linux"):
        return PlyerBackend(wait)
    try:
        bus = reach_bus(wait)
        server = ask_server(bus)
    except BusError as error:
        if isinstance(error.__cause__, ImportError):
            return PlyerBackend(wait)
        return Report("failed", reason=reason_of(error))
    quiet = quiet_on(bus, server)
    if quiet.on:
        return Report("held", reason=quiet.reason)
    if os.environ.get(CHANNEL_VARIABLE) == "plyer":
        bus.close()
        return PlyerBackend(wait, "body-markup" in server.abilities)
    from habit_tracker.desktop.notifications.freedesktop import Freedesktop

    return Freedesktop(bus, server)
