"""What lies ahead of a streak, and how earlier breaks ended."""

from datetime import date, datetime
from itertools import islice, pairwise
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.progress.streaks import Standing, Streak

FAR_DAYS = 3 * 366
LONG_BREAK = 8
"""Breaks of so many days and more are all alike."""


class Outlook(NamedTuple):
    """The way on: the day whose end the streak lives to see without another win, and that end in local time.

    Both are None where no streak runs, or no counting day is near. *last* is the newest streak, running or not.
    *breaks* holds how many counting days each earlier break lasted, oldest first, LONG_BREAK at most. *off* is the
    time off that holds today.
    """

    safe_until: date | None
    ends: datetime | None
    last: Streak | None
    breaks: list[int]
    off: TimeOff | None = None


def outlook(calendar: Calendar, found: list[Streak], now: Standing) -> Outlook:
    """What lies ahead of *now*, for a person with the streaks *found*."""
    until = safe_until(calendar, now)
    ends = calendar.end_of(until).astimezone(calendar.zone) if until else None
    return Outlook(until, ends, found[-1] if found else None, breaks(calendar, found), calendar.off_on(now.as_of))


def safe_until(calendar: Calendar, now: Standing) -> date | None:
    """The next counting day without a win: a current streak lives until that day is over."""
    if now.current is None:
        return None
    start = now.as_of + ONE_DAY if now.won_today else now.as_of
    return next(calendar.counting(start, date.fromordinal(start.toordinal() + FAR_DAYS)), None)


def breaks(calendar: Calendar, found: list[Streak]) -> list[int]:
    """How many counting days were missed between each streak and the next, LONG_BREAK at most."""
    lengths = []
    for before, after in pairwise(found):
        missed = calendar.counting(before.last + ONE_DAY, after.first - ONE_DAY)
        lengths.append(sum(1 for _ in islice(missed, LONG_BREAK)))
    return lengths
