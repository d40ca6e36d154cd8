"""The daily copy of the database, made along the way."""

import logging
from datetime import UTC, datetime, timedelta

from habit_tracker.storage.backup import backups
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

    def look(self, now: datetime) -> None:
        """Make today's copy if it is missing. Whatever goes wrong is only logged: the question must come."""
        if timedelta(0) < self._not_before - now <= PAUSE:  # a longer one was set by a clock that was ahead
            return
        try:
            note = backups.daily(self._home, now)
        except (StorageError, OSError) as error:
            self._not_before = now + PAUSE
            note = f"No copy was made: {error}"
        if note:
            self._log.warning("%s", note)
