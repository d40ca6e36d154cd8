"""The daily copy of the database, made along the way, and the weekly look at all copies."""

import logging
from datetime import UTC, datetime, timedelta

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

    def look(self, now: datetime) -> None:
        """Make today's copy if it is missing. Whatever goes wrong is only logged: the question must come."""
        if timedelta(0) < self._not_before - now <= PAUSE:  # a longer one was set by a clock that was ahead
            return
        try:
            if not self._swept:
                backups.sweep(self._home, now)
                self._swept = True
            note = backups.daily(self._home, now)
            found = reading_back.weekly(self._home, now)
            if found and found.bad:
                self._log.warning("%s", found.words)
        except (StorageError, OSError) as error:
            self._not_before = now + PAUSE
            note = f"No copy was made: {error}"
        if note:
            self._log.warning("%s", note)
