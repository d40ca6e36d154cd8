"""Streaks: stretches of days in which no counting day was missed."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import ONE_DAY


class Streak(NamedTuple):
    """A stretch from its *first* to its *last* day with a win; *wins* is the number of days with a win in it."""

    first: date
    last: date
    wins: int


class Standing(NamedTuple):
    """Where the person stands on the day *as_of*."""

    as_of: date
    current: Streak | None
    longest: Streak | None
    at_risk: bool
    won_today: bool
    counts_today: bool
    total_days: int


def streaks_in(calendar: Calendar, win_days: Iterable[date], today: date) -> list[Streak]:
    """All streaks up to *today*, oldest first.

    A streak is broken by a day without a win that counts in *calendar*. Days after *today* are ignored; order and
    duplicates do not matter.
    """
    # on the numbers of the days: many times as fast as on dates, for a person with a century of wins
    days = sorted({day.toordinal() for day in win_days if day <= today})
    if not days:
        return []
    starts = [0]
    for index, (day, following) in enumerate(pairwise(days), start=1):
        if following - day > 1 and missed_between(calendar, date.fromordinal(day), date.fromordinal(following)):
            starts.append(index)
    return [
        Streak(date.fromordinal(days[start]), date.fromordinal(days[end - 1]), end - start)
        for start, end in pairwise([*starts, len(days)])
    ]


def missed_between(calendar: Calendar, day: date, following: date) -> bool:
    """Whether a counting day lies strictly between two days with a win."""
    return any(calendar.counting(day + ONE_DAY, following - ONE_DAY))


def standing(calendar: Calendar, win_days: Iterable[date], today: date) -> Standing:
    """Where the person stands *today*. Today, while it is open, is never missed.

    The current streak is at risk when today counts and has no win yet. Of several longest streaks the latest
    is given.
    """
    return standing_after(calendar, streaks_in(calendar, win_days, today), today)


def standing_after(calendar: Calendar, found: list[Streak], today: date) -> Standing:
    """Where the person stands *today*, whose streaks up to today are *found*, oldest first."""
    current = found[-1] if found and not missed_between(calendar, found[-1].last, today) else None
    won, counts = current is not None and current.last == today, calendar.counts(today)
    return Standing(
        as_of=today,
        current=current,
        longest=max(found, key=lambda streak: (streak.wins, streak.last), default=None),
        at_risk=current is not None and counts and not won,
        won_today=won,
        counts_today=counts,
        total_days=sum(streak.wins for streak in found),
    )
