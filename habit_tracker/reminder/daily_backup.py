"""The daily copy of the database, made along the way, and the weekly look at all copies."""

import logging
from datetime import UTC, datetime, timedelta

from habit_tracker.private_files import sweep
from habit_tracker.reminder.second_set import SecondSetKeeper
from habit_tracker.storage.backup import backups, reading_back
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import Home

PAUSE = timedelta(hours=1)
"""How long to wait after a copy that failed: a full disk does not become empty by trying."""


class DailyBackup:
    """Sees to it that there is one copy for each day on which the reminder runs."""

    def __init__(self, home: Home, log: logging.Logger) -> None:
        self._home = home
        self._log = log
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._swept = False
        self._second_set = SecondSetKeeper(home, log)

    def look(self, now: datetime) -> None:
        """Make today's copy if it is missing. Whatever goes wrong is only logged: the question must come."""
        try:
            self._look_at_home(now)
            self._second_set.look(now)
        except (StorageError, OSError) as error:
            self._log.warning("The second set of copies could not be looked after: %s", error)

    def _look_at_home(self, now: datetime) -> None:
        if timedelta(0) < self._not_before - now <= PAUSE:  # a longer one was set by a clock that was ahead
            return
        try:
            self._sweep()
            note = backups.daily(self._home, now)
            found = reading_back.weekly(self._home.backups, now)
            if found and found.bad:
                self._log.warning("%s", found.words)
        except (StorageError, OSError) as error:
            self._not_before = now + PAUSE
            note = f"No copy was made: {error}"
        if note:
            self._log.warning("%s", note)

    def _sweep(self) -> None:
        """Remove once what a crash has left, wherever only this program writes."""
        if not self._swept:
            for folder in {self._home.folder, self._home.state, self._home.backups, self._home.inbox}:
                sweep(folder, ".*.part*")
            self._swept = True
