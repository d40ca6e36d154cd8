"""One reminder per database: a lock that ends with its process, and a note of who holds it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import make_private_file, write_private_file
from habit_tracker.storage.home import Home


class Running(NamedTuple):
    """The reminder that is running: its process, the UTC instant it began, its version.

    *python* is its interpreter, *package* the folder of its code; empty for one that did not note them yet.
    """

    pid: int
    since: datetime
    version: str
    python: str = ""
    package: str = ""


class AlreadyRunningError(HabitError):
    """Another reminder holds the lock."""


@contextmanager
def only_one(home: Home, me: Running) -> Iterator[None]:
    """Be the one reminder of this database. Raises AlreadyRunningError."""
    descriptor = os.open(make_private_file(lock_file(home)), os.O_RDWR)
    try:
        if not _lock(descriptor):
            raise AlreadyRunningError("The reminder is already running. `habit status` says since when.")
        write_private_file(_note(home), [json.dumps(me, default=datetime.isoformat).encode()])
        yield
        _note(home).unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def running(home: Home) -> Running | None:
    """The reminder that is running now. Looking makes nothing."""
    try:
        descriptor = os.open(lock_file(home), os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        return None if _lock(descriptor) else noted(home)
    finally:
        os.close(descriptor)


def left_behind(home: Home) -> Running | None:
    """The reminder that ended without taking its note away, while none runs: it was killed, or crashed."""
    return None if running(home) else noted(home)


def noted(home: Home) -> Running | None:
    """The reminder that wrote the note; whether it still runs, the note does not say."""
    with suppress(OSError, ValueError, TypeError):
        pid, since, *rest = json.loads(_note(home).read_text())
        return Running(pid, datetime.fromisoformat(since), *rest)
    return None


def lock_file(home: Home) -> Path:
    """The file that the reminder keeps open, and locked, as long as it runs."""
    return home.folder / "reminder.lock"


def _lock(descriptor: int) -> bool:
    """Take the lock; False where another process has it."""
    from filelock import lock_descriptor

    return lock_descriptor(descriptor, blocking=False)


def _note(home: Home) -> Path:
    return home.folder / "reminder.json"
