"""The public holidays, looked at along the way: those of next year are known before it begins."""

import logging
from datetime import datetime, timedelta

from habit_tracker.actions.holidays import keep_up
from habit_tracker.clock import Moment
from habit_tracker.storage.database import Database

EVERY = timedelta(hours=1)


class HolidaysAhead:
    """Sees to it that they are known."""

    def __init__(self, database: Database, log: logging.Logger) -> None:
        self._database = database
        self._log = log
        self._last: datetime | None = None

    def look(self, moment: Moment) -> None:
        """Look once an hour. Whatever goes wrong is only logged: the question must come."""
        if self._last and abs(moment.now - self._last) < EVERY:
            return
        self._last = moment.now
        try:
            keep_up(self._database, moment)
        except Exception as error:  # the library is others'
            self._log.warning("The public holidays ahead could not be looked up: %s", error)
