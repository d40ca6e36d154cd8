"""Notes of what is on the screen, so that a reminder finds what one before it, which was killed, has left there.

A note is a file in the inbox, locked for as long as the process lives that attends to the notification.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from habit_tracker.desktop.notifications.dbus import Bus, BusError
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.notifications.server import NAME, PATH, reach_bus
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.reply import key_from_json, key_to_json
from habit_tracker.private_files import make_private_file

ENDING = ".on-screen"
LONGEST = 4096
"""Bytes: more than any note has."""


class Note:
    """The note of this process; where none can be written, nobody will find what it shows."""

    def __init__(self, request: Request) -> None:
        self._key = request.key
        self._path = Path(request.inbox) / f"{os.getpid()}{ENDING}"
        self._file: int | None = None
        if not request.sample:
            with suppress(OSError):
                self._file = os.open(make_private_file(self._path), os.O_RDWR)
                _lock(self._file)

    def write(self, server: str, number: int) -> None:
        """It is on the screen of that *server*, as `server_on` names it, under that *number*."""
        text = json.dumps(key_to_json(self._key) | {"process": os.getpid(), "server": server, "number": number})
        if self._file is not None:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
                os.pwrite(self._file, text.encode(), 0)

    def remove(self) -> None:
        """It has left the screen by the person's will, or the reminder's."""
        if self._file is not None:
            with suppress(OSError):
                self._path.unlink()


class Left(NamedTuple):
    """What a note says; without a live *process* nobody attends to the notification."""

    path: Path
    key: NudgeKey
    process: int
    server: str
    number: int

    @property
    def attended(self) -> bool:
        """Whether its process lives."""
        with suppress(OSError):
            file = os.open(self.path, os.O_RDWR)
            try:
                return not _lock(file)
            finally:
                os.close(file)
        return False

    def take_off(self) -> None:
        """Take a notification that nobody attends to off the screen, if its server is still there."""
        with suppress(BusError, ImportError):
            from jeepney import DBusAddress

            bus = reach_bus()
            try:
                if bus.is_owned(NAME) and server_on(bus, unique := bus.owner(NAME)) == self.server:
                    bus.call(DBusAddress(PATH, unique, NAME), "CloseNotification", "u", self.number)
            finally:
                bus.close()
        with suppress(OSError):
            self.path.unlink()


def server_on(bus: Bus, unique: str) -> str:
    """What no other server is called, on this bus or on one that comes after it."""
    return f"{bus.identity} {unique}"


def left_in(inbox: Path) -> Iterator[Left]:
    """All that there are notes of."""
    for path in sorted(inbox.glob(f"*{ENDING}")):
        with suppress(OSError, ValueError, KeyError, TypeError, HabitError):
            found = json.loads(path.read_bytes()[:LONGEST])
            yield Left(path, key_from_json(found), int(found["process"]), found["server"], int(found["number"]))


def _lock(file: int) -> bool:
    """Whether it could be locked: nobody else has."""
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
