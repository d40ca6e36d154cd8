"""What lies ahead of a streak, and how earlier breaks ended."""

from bisect import bisect_right
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.progress.streaks import Standing, Streak, missed_between

FAR_DAYS = 3 * 366
LATELY = 60
"""So many days, today's among them, are what a person has done lately."""


class Outlook(NamedTuple):
    """The way on: the day whose end the streak lives to see without another win, and that end in local time.

    Both are None where no streak runs, or no counting day is near. *today_ends* is the end of today in local time.
    *last* is the newest streak, running or not. *breaks* holds how many days each earlier break lasted, oldest
    first. *off* is the time off that holds today. *lately* is the number of the last LATELY days that have a win.
    """

    safe_until: date | None
    ends: datetime | None
    today_ends: datetime
    last: Streak | None
    breaks: list[int]
    off: TimeOff | None = None
    lately: int = 0


def outlook(calendar: Calendar, days: list[date], found: list[Streak], now: Standing) -> Outlook:
    """What lies ahead of *now*, for a person with wins on *days*, in order, and so with the streaks *found*."""
    until = safe_until(calendar, now)
    ends = calendar.local_end_of(until) if until else None
    last = found[-1] if found else None
    today_ends, off = calendar.local_end_of(now.as_of), calendar.off_on(now.as_of)
    return Outlook(until, ends, today_ends, last, breaks(calendar, found), off, lately(days, now.as_of))


def lately(days: list[date], today: date) -> int:
    """How many of the last LATELY days are among *days*, which are in order and each once."""
    return bisect_right(days, today) - bisect_right(days, today - LATELY * ONE_DAY)


def safe_until(calendar: Calendar, now: Standing) -> date | None:
    """The next counting day without a win: a current streak lives until that day is over."""
    if now.current is None:
        return None
    start = now.as_of + ONE_DAY if now.won_today else now.as_of
    return next(calendar.counting(start, date.fromordinal(start.toordinal() + FAR_DAYS)), None)


def breaks(calendar: Calendar, found: list[Streak]) -> list[int]:
    """How many days of the calendar lay between the first day missed after each streak and the next streak."""
    return [
        (after.first - next(missed_between(calendar, before.last, after.first))).days
        for before, after in pairwise(found)
    ]
