"""How much of what was planned was done, and how firmly the habit stands."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from habit_tracker.domain.days.calendar import Calendar

Key = TypeVar("Key")

HALF_LIFE = 13
"""After so many counting days in a row with a win, half of the full strength is reached."""
KEPT_EACH_DAY = 0.5 ** (1 / HALF_LIFE)


class Completion(NamedTuple):
    """*done* of the *due* counting days have a win."""

    done: int
    due: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing was due."""
        return self.done / self.due if self.due else None


def judged(calendar: Calendar, won: Container[date], first: date, last: date, today: date) -> Iterator[date]:
    """The counting days from *first* to *last* that can be judged *today*: today itself once it has a win."""
    for day in calendar.counting(first, min(last, today)):
        if day != today or day in won:
            yield day


def completion(days: Iterable[date], won: Container[date]) -> Completion:
    """How many of the counting *days* have a win."""
    flags = [day in won for day in days]
    return Completion(sum(flags), len(flags))


def completion_by(key: Callable[[date], Key], days: Iterable[date], won: Container[date]) -> dict[Key, Completion]:
    """The completion of the counting *days* for each value of *key*, in the order in which they come up."""
    groups: dict[Key, list[date]] = {}
    for day in days:
        groups.setdefault(key(day), []).append(day)
    return {value: completion(group, won) for value, group in groups.items()}


def strength(days: Iterable[date], won: Container[date]) -> float:
    """How firmly the habit stands after the counting *days*, in order: from 0 to 1.

    Completion smoothed exponentially over counting days alone, so that days off cost nothing. The formula is that
    of the score in Loop Habit Tracker for a daily habit: each day keeps 0.5 ** (1 / 13) of the strength and adds
    the rest if it was done. 13 days in a row give 50 %, 66 give 97 %; one miss after them leaves 92 %.
    """
    now = 0.0
    for day in days:
        now = now * KEPT_EACH_DAY + (1 - KEPT_EACH_DAY) * (day in won)
    return now
