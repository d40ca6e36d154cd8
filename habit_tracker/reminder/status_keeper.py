"""The status file is kept true at each look, with next to no work where nothing has changed."""

from pathlib import Path

from habit_tracker.actions.status import keep
from habit_tracker.clock import Moment
from habit_tracker.storage.database import Database

PERIOD = 15 * 60
"""Seconds; days begin on such a quarter, in every zone."""


class StatusKeeper:
    """Writes the status file anew once the database, the file or the zone is another, and every 15 minutes.

    That is often enough for the days that go by: the file says what holds on the next day, too.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: object = None

    def look(self, moment: Moment) -> None:
        """Keep the file, if need be."""
        files = self._database.home.database, self._database.home.status
        before = *map(_stamp, files), moment.zone_name, moment.now.timestamp() // PERIOD
        if before != self._seen and keep(self._database, moment):
            self._seen = before[0], _stamp(files[1]), *before[2:]


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What is another once the file was written."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
