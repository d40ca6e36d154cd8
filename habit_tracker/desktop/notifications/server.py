"""The notification server of this desktop: who it is, what it can do, or why there is none."""

import os
import shutil
import sys
from typing import NamedTuple

from habit_tracker.desktop.notifications.dbus import Bus, BusError, UnansweredError
from habit_tracker.desktop.notifications.waiting import Wait, plainly

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
APP_NAME = "Habit tracker"
"""What we are called there."""
CHANNEL_VARIABLE = "HABIT_TRACKER_CHANNEL"


class Server(NamedTuple):
    """A notification server that answers; among its *abilities* may be "actions" or "body-markup".

    *unique* is its unique name on the bus, which it loses when it restarts; *process* its id, 0 where unknown.
    """

    name: str
    vendor: str
    version: str
    abilities: frozenset[str]
    unique: str = ""
    process: int = 0

    @property
    def channel(self) -> str:
        """Its name and version, as the ledger keeps it."""
        return f"{self.name} {self.version}".strip()


def describe_server() -> Server | str:
    """The notification server of this desktop, or the reason why none answers; takes at most some seconds."""
    try:
        bus = reach_bus()
        try:
            return ask_server(bus)
        finally:
            bus.close()
    except BusError as error:
        return reason_of(error)


def can_notify() -> str | None:
    """Why no notification can be shown here, or None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    found = describe_server()
    return found if isinstance(found, str) else _without_means()


def reach_bus(wait: Wait = plainly) -> Bus:
    """A connection to the session bus. Raises BusError when there is none, or no library to speak to it."""
    try:
        return Bus(wait)
    except ImportError as error:
        raise BusError("the library jeepney is not installed") from error


def ask_server(bus: Bus) -> Server:
    """The server on *bus*, started if the bus knows how. Raises BusError when none answers."""
    from jeepney import DBusAddress

    if not bus.is_owned(NAME) and not bus.can_be_started(NAME):
        raise BusError("no notification server answers on the session bus")
    unique = bus.owner(NAME)
    server = DBusAddress(PATH, unique, NAME)
    name, vendor, version, _spec = bus.call(server, "GetServerInformation")
    abilities = frozenset(bus.call(server, "GetCapabilities")[0])
    return Server(name, vendor, version, abilities, unique, bus.process_of(unique))


def reason_of(error: BusError) -> str:
    """One short clause for the ledger and the person."""
    if isinstance(error, UnansweredError):
        return "the notification server does not answer"
    if error.name.startswith("org.freedesktop.DBus.Error.Spawn."):
        return f"the notification server could not be started ({error})"
    if error.name in {
        "org.freedesktop.DBus.Error.ServiceUnknown",
        "org.freedesktop.DBus.Error.NameHasNoOwner",
    }:
        return "no notification server answers on the session bus"
    if error.name:
        return f"the notification server refused ({error})"
    return str(error)


def _without_means() -> str | None:
    """Only the portable channel, when it is forced, needs a program of its own."""
    if os.environ.get(CHANNEL_VARIABLE) == "plyer" and shutil.which("notify-send") is None:
        return "the program notify-send is not installed"
    return None
