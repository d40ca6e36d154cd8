"""A win brought back: of this day in an earlier year, quarter, month or week, else a good one long not seen."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.win import Win

OLD_ENOUGH = timedelta(days=7)
"""What is younger is hardly forgotten: it is brought back only where there is nothing else."""
FROM_WINS = 14
"""So many wins there are before one of them is brought back unasked."""


class Memory(NamedTuple):
    """A win, and how long *ago* it was where that is a round time: `a year ago`."""

    win: Win
    ago: str | None = None


def anniversaries(today: date, first: date) -> Iterator[tuple[date, str]]:
    """The days since *first* that are a round time before *today*, and how long ago: the greatest time first.

    A month that has no such day has no anniversary.
    """
    for years in range(today.year - first.year, 0, -1):
        with suppress(ValueError):
            yield today.replace(year=today.year - years), f"{years} years ago" if years > 1 else "a year ago"
    for months, ago in ((3, "three months ago"), (1, "a month ago")):
        month = today.year * 12 + today.month - 1 - months
        with suppress(ValueError):
            yield today.replace(year=month // 12, month=month % 12 + 1), ago
    yield today - OLD_ENOUGH, "a week ago"


def worth_most(wins: Iterable[Win], shown: Mapping[str, date], today: date) -> Win | None:
    """Of the wins before *today* the one to bring back: it was not shown yesterday, is no longer fresh, was shown
    longest ago or never, and its confidence is the highest.

    *shown* is on which day a win, by its unique id, was shown last.
    """
    some = [win for win in wins if win.day < today and shown.get(win.uid) != today - ONE_DAY]
    return min(some, key=lambda win: _order(win, shown, today), default=None)


def _order(win: Win, shown: Mapping[str, date], today: date) -> tuple[bool, date, int, date, int]:
    return (
        win.day > today - OLD_ENOUGH,
        shown.get(win.uid, date.min),
        -(win.confidence or 0),
        win.day,
        win.id,
    )
