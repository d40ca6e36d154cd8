"""The seam between a nudge and the ways to show it."""

import os
import sys
from typing import NamedTuple, Protocol

from habit_tracker.desktop.bus import BusError
from habit_tracker.desktop.patience import Wait
from habit_tracker.desktop.quiet import asks_for_quiet
from habit_tracker.desktop.server import CHANNEL_VARIABLE, ask_server, reach_bus, reason_of
from habit_tracker.desktop.wire import Report, Request


class Event(NamedTuple):
    """What the person, or the server, did with a notification that is on the screen.

    answer, later, skip: the button (a plain click is "answer"). text: a reply typed into the notification
    itself, in *detail*. closed: it left the screen; *detail* is the reason.
    """

    name: str
    detail: str = ""


class Notifier(Protocol):
    """A way to put a nudge on the screen."""

    proves_display: bool
    """Whether `show` reports "shown", which a server confirmed, rather than "sent"."""
    has_buttons: bool
    """Whether `events` will ever tell of a click."""

    def show(self, request: Request) -> Report:
        """Put it on the screen, and say shown, sent or failed."""
        ...


def choose(wait: Wait) -> Notifier | Report:
    """The best way to show a nudge here, or the report that says why nothing is to be shown.

    On Linux the bus is asked first whether a server would show it, also for plyer, which cannot tell.
    """
    from habit_tracker.desktop.portable import Portable

    if not sys.platform.startswith("linux"):
        return Portable(wait)
    try:
        bus = reach_bus(wait)
        server = ask_server(bus)
    except BusError as error:
        if isinstance(error.__cause__, ImportError):
            return Portable(wait)
        return Report("failed", reason=reason_of(error))
    if reason := asks_for_quiet(bus, server):
        return Report("held", reason=reason)
    if os.environ.get(CHANNEL_VARIABLE) == "plyer":
        bus.close()
        return Portable(wait, "body-markup" in server.abilities)
    from habit_tracker.desktop.freedesktop import Freedesktop

    return Freedesktop(bus, server)
