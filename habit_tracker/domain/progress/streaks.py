"""Streaks: stretches of days in which no counting day was missed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
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


class Gap(NamedTuple):
    """The counting days *missed* between the newest streak and the one before it, or else today; in order.

    With a win on each of them the two were one streak, *joined*.
    """

    missed: list[date]
    joined: Streak


LONG_BREAK = 3
"""From so many missed counting days on a person has been away."""


class Standing(NamedTuple):
    """Where the person stands on the day *as_of*. *gap* is the newest break there was, None before any."""

    as_of: date
    current: Streak | None
    longest: Streak | None
    at_risk: bool
    won_today: bool
    counts_today: bool
    total_days: int
    gap: Gap | None = None

    @property
    def fresh_gap(self) -> Gap | None:
        """The gap while it matters: no streak runs, or one that began no earlier than yesterday."""
        fresh = self.current is None or self.current.first >= self.as_of - ONE_DAY
        return self.gap if fresh else None

    @property
    def away(self) -> bool:
        """Whether a long break lasts."""
        return self.current is None and self.gap is not None and len(self.gap.missed) >= LONG_BREAK


def shown_up(win_days: Iterable[date], nothing_days: Iterable[date], today: date) -> int:
    """The number of days up to *today* with a win, or with an honest nothing."""
    return sum(day <= today for day in {*win_days, *nothing_days})


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
        if following - day > 1 and any(missed_between(calendar, *map(date.fromordinal, (day, following)))):
            starts.append(index)
    return [
        Streak(date.fromordinal(days[start]), date.fromordinal(days[end - 1]), end - start)
        for start, end in pairwise([*starts, len(days)])
    ]


def streaks_until(found: list[Streak], days: list[date], day: date) -> list[Streak]:
    """The streaks *found* among *days*, which are in order and each once, as they were on an earlier *day*."""
    then = [streak for streak in found if streak.first <= day]
    if then and then[-1].last > day:
        first, end = then[-1].first, bisect_right(days, day)
        then[-1] = Streak(first, days[end - 1], end - bisect_left(days, first))
    return then


def missed_between(calendar: Calendar, day: date, following: date) -> Iterator[date]:
    """The counting days that lie strictly between two days."""
    return calendar.counting(day + ONE_DAY, following - ONE_DAY)


def standing(calendar: Calendar, win_days: Iterable[date], today: date) -> Standing:
    """Where the person stands *today*. Today, while it is open, is never missed.

    The current streak is at risk when today counts and has no win yet. Of several longest streaks the latest
    is given.
    """
    return standing_after(calendar, streaks_in(calendar, win_days, today), today)


def standing_after(calendar: Calendar, found: list[Streak], today: date) -> Standing:
    """Where the person stands *today*, whose streaks up to today are *found*, oldest first."""
    gap = newest_gap(calendar, found, today)
    current = found[-1] if found and (gap is None or gap.missed[-1] < found[-1].first) else None
    won, counts = current is not None and current.last == today, calendar.counts(today)
    return Standing(
        as_of=today,
        current=current,
        longest=max(found, key=lambda streak: (streak.wins, streak.last), default=None),
        at_risk=current is not None and counts and not won,
        won_today=won,
        counts_today=counts,
        total_days=sum(streak.wins for streak in found),
        gap=gap,
    )


def newest_gap(calendar: Calendar, found: list[Streak], today: date) -> Gap | None:
    """The gap behind the newest of the streaks *found* if that is over *today*, else the one before it."""
    if not found:
        return None
    *earlier, newest = found
    if missed := list(missed_between(calendar, newest.last, today)):
        return Gap(missed, Streak(newest.first, missed[-1], newest.wins + len(missed)))
    if not earlier:
        return None
    before = earlier[-1]
    missed = list(missed_between(calendar, before.last, newest.first))
    return Gap(missed, Streak(before.first, newest.last, before.wins + len(missed) + newest.wins))
