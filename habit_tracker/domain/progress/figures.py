"""The figures of the past year: by weekday, by month, by week; and the strength that all days add up to."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.progress.completion import Completion, completion_by, judged, strength
from habit_tracker.domain.progress.week import WEEK, first_of_week

MONTHS = 12
WEEKS = 52
MEMORY = timedelta(days=20 * 366)
"""What is older has no weight in the strength that could be seen, even with one counting day a week."""
ENOUGH_DAYS = 5
"""A month with fewer counting days is never called the best."""


class Month(NamedTuple):
    """One month of one year."""

    year: int
    month: int


class Figures(NamedTuple):
    """What the views of `habit stats` show. Months and weeks are in order, the present ones at the end.

    *strength* is None before the first counting day. *weeks* holds the number of wins of each week from the first
    win on, by the week's first day. *days_off* is the number of planned days that were time off in those months.
    """

    strength: float | None
    weekdays: dict[int, Completion]
    months: dict[Month, Completion]
    best: Month | None
    weeks: dict[date, int]
    days_off: int = 0


def since(today: date, week_start: int) -> date:
    """The first day whose wins are looked at on *today*."""
    return min(_first_month(today), first_of_week(today, week_start) - (WEEKS - 1) * WEEK)


def figures(
    calendar: Calendar, win_days: Iterable[date], counts: Mapping[date, int], today: date, week_start: int = 0
) -> Figures:
    """The figures on *today*. *counts* gives the number of wins of each day from `since` on."""
    won = {day for day in win_days if day <= today}
    if not won:
        return Figures(None, {}, {}, None, {})
    begun = min(won)
    due = list(judged(calendar, won, max(begun, today - MEMORY), today, today))
    year = [day for day in due if day >= _first_month(today)]
    months = completion_by(_month, year, won)
    return Figures(
        strength=strength(due, won) if due else None,
        weekdays=completion_by(date.weekday, year, won),
        months=months,
        best=best_month(months),
        weeks=_weeks(counts, begun, today, week_start),
        days_off=_days_off(calendar, max(begun, _first_month(today)), today),
    )


def best_month(months: Mapping[Month, Completion]) -> Month | None:
    """The month with the greatest share of its days done, of several the one with more days, then the latest."""
    rated = [
        (found.done / found.due, found.done, month)
        for month, found in months.items()
        if found.due >= ENOUGH_DAYS and found.done
    ]
    return max(rated)[-1] if rated else None


def _days_off(calendar: Calendar, first: date, last: date) -> int:
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return sum(calendar.planned(day) and calendar.off_on(day) is not None for day in days)


def _month(day: date) -> Month:
    return Month(day.year, day.month)


def _first_month(today: date) -> date:
    """The first day of the eleventh month before that of *today*."""
    months = today.year * 12 + today.month - 1 - (MONTHS - 1)
    return date(months // 12, months % 12 + 1, 1)


def _weeks(counts: Mapping[date, int], earliest: date, today: date, week_start: int) -> dict[date, int]:
    newest = first_of_week(today, week_start)
    start = max(newest - (WEEKS - 1) * WEEK, first_of_week(earliest, week_start))
    weeks = {start + step * WEEK: 0 for step in range((newest - start) // WEEK + 1)}
    for day, number in counts.items():
        if start <= day <= today:
            weeks[first_of_week(day, week_start)] += number
    return weeks
