"""Is a clock that has leapt ahead to be believed? A wrong one would ask for days that have not come."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from habit_tracker.clock import Moment
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.words import count

LASTS = timedelta(minutes=10)
"""How long a clock that nobody vouches for must go on as it is."""


class Reading(NamedTuple):
    """What the clock said, in UTC, when the machine had been up so many seconds."""

    now: datetime
    uptime: float


class ClockCheck:
    """Believes a clock that passes over no whole day unless the time that went by explains it, sleep included.

    Any other must last, or be *synchronised* with another. *newest* is the last instant that the ledger knows of:
    all that a reminder that has just started can compare with.
    """

    def __init__(self, newest: datetime | None, synchronised: Callable[[], bool]) -> None:
        # However long the machine has been up, the reminder may have been away: that much is explained.
        self._believed = Reading(newest, 0.0) if newest else None
        self._doubted: Reading | None = None
        self._synchronised = synchronised

    def doubt(self, moment: Moment) -> str | None:
        """Why the clock is not believed yet; None when it is."""
        if moment.uptime is None:
            return None
        reading = Reading(moment.now, moment.uptime)
        days = self._days_passed_over(reading, moment)
        if days < 1 or self._lasts(reading) or self._synchronised():
            self._believed, self._doubted = reading, None
            return None
        return f"the clock passed over {count(days, 'day')}; it is believed once it has gone on for ten minutes"

    def _days_passed_over(self, reading: Reading, moment: Moment) -> int:
        if self._believed is None:
            return 0
        expected = _later(self._believed, reading).astimezone(moment.zone).date()
        return (_day(reading.now, moment) - expected).days - 1

    def _lasts(self, reading: Reading) -> bool:
        """Whether the clock has gone on for long enough since it leapt; a further leap begins anew."""
        if self._doubted is None or abs(reading.now - _later(self._doubted, reading)) > ONE_DAY:
            self._doubted = reading
        return reading.uptime - self._doubted.uptime >= LASTS.total_seconds()


def _later(before: Reading, reading: Reading) -> datetime:
    """What the clock would say by *reading* had it gone on from *before*."""
    return before.now + timedelta(seconds=reading.uptime - before.uptime)


def _day(instant: datetime, moment: Moment) -> date:
    return instant.astimezone(moment.zone).date()
