"""The second set of daily copies: brought up to date by a process of its own, and never waited for."""

import json
import logging
import os
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from habit_tracker.storage import settings
from habit_tracker.storage.backup.second_set import SecondSet, from_json, known, note, to_json
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

PAUSE = timedelta(hours=1)
"""How long to wait after an attempt that failed: the disk may be away for days."""
LIMIT = 600.0
"""Seconds that one attempt may take: the first fills an empty disk, perhaps over a slow network."""
PATIENCE = 60.0
"""The same while a person waits."""


class Attempt:
    """One process that brings the *before* up to date, and how long it may take."""

    def __init__(self, home: Home, before: SecondSet, now: datetime, limit: float, *, begin: bool = False) -> None:
        self._before, self._now, self._limit = before, now, limit
        self._deadline = time.monotonic() + limit
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "habit_tracker.reminder.second_set_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.sep,
            start_new_session=True,
        )
        assert self._process.stdin is not None  # noqa: S101  PIPE gives one
        assert self._process.stdout is not None  # noqa: S101
        order = {
            "home": [str(path) for path in home],  # which may have been named from the current folder
            "set": to_json(before),
            "now": now.astimezone(UTC).isoformat(),
            "begin": begin,
        }
        with self._process.stdin as orders:
            orders.write(json.dumps(order).encode())
        self._said = self._process.stdout

    def outcome(self, wait: float = 0) -> SecondSet | None:
        """What became of it; None for one that still works. One whose time is over is killed."""
        try:
            self._process.wait(wait)
            with self._said:
                return from_json(json.loads(self._said.read()))
        except subprocess.TimeoutExpired:
            if time.monotonic() < self._deadline:
                return None
            self._end()
            trouble = f"{self._before.folder} did not answer within {self._limit:.0f} seconds."
        except (ValueError, TypeError, KeyError):
            trouble = f"The process that writes to {self._before.folder} ended too early."
        return self._before._replace(tried_at=self._now, trouble=trouble)

    def _end(self) -> None:
        """Kill it; where its disk hangs, the system lets it go only when that answers."""
        self._process.kill()
        self._said.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)

    def is_gone(self) -> bool:
        """Whether its process has ended."""
        return self._process.poll() is not None


def begun(home: Home, folder: Path, now: datetime) -> SecondSet:
    """The set in *folder*, with all its copies, if that can be; else with the trouble. The person waits."""
    before = known(home)
    wanted = SecondSet(folder, before.mark if before else "")
    found = Attempt(home, wanted, now, PATIENCE, begin=True).outcome(PATIENCE)
    assert found is not None  # noqa: S101  its time is over
    return found


class SecondSetKeeper:
    """Sees to it that the second set is up to date once a day, where the person wants one."""

    def __init__(self, home: Home, log: logging.Logger) -> None:
        self._home = home
        self._log = log
        self._attempt: Attempt | None = None
        self._killed: Attempt | None = None

    def look(self, now: datetime) -> None:
        """Begin an attempt when one is due, or note what became of it."""
        if self._attempt:
            self._attend(self._attempt)
        elif self._killed is None or self._killed.is_gone():  # at most one that hangs
            self._killed = None
            if (wanted := self._wanted()) and _is_due(wanted, now):
                self._attempt = Attempt(self._home, wanted, now, LIMIT)

    def _attend(self, attempt: Attempt) -> None:
        found = attempt.outcome()
        if found is None:
            return
        self._attempt = None
        self._killed = None if attempt.is_gone() else attempt
        before = known(self._home)
        note(self._home, found)
        if found.trouble and (before is None or before.trouble != found.trouble):
            self._log.warning("The second set of copies was not written: %s", found.trouble)

    def _wanted(self) -> SecondSet | None:
        """The set that the person has asked for, with what is known about it."""
        database = Database(self._home)
        if not database.exists():
            return None
        with database.reading() as connection:
            folder: Path | None = settings.value(connection, settings.BACKUP_FOLDER, None)
        found = known(self._home)
        if folder is None or (found and found.folder == folder):
            return found if folder else None
        return SecondSet(folder, found.mark if found else "")


def _is_due(found: SecondSet, now: datetime) -> bool:
    """Once a day, and an hour after a failure; a clock that was ahead puts nothing off."""
    if found.trouble and found.tried_at:
        return not timedelta(0) <= now - found.tried_at < PAUSE
    return found.written_at is None or found.written_at.date() != now.astimezone(UTC).date()
