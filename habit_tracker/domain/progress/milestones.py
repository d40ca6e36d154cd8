"""Milestones: how far a person has come, said once, in the reply to the win that reached it; all its sentences."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from habit_tracker.domain.progress.streaks import LONG_BREAK, Standing, Streak
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import count, days_words

DAYS = (3, 7, 14, 30, 50, 100, 200, 365)
"""Days with a win in all; after these every hundred."""
WINS = (10, 25, 50, 100, 250, 500, 1000)
HUNDRED = 100
SHORTEST_RECORD = 3
"""Days of a streak that is worth having been passed."""
MOST_SHOWN = 40


class Kind(StrEnum):
    """What was reached; of several at once the first is said."""

    RETURN = "return"
    STREAK = "streak"
    DAYS = "days"
    WINS = "wins"


class Milestone(NamedTuple):
    """What was reached, and its *number*: of days away, of the streak that was passed, of days, of wins.

    What has the same *level* or a lower one is not said again.
    """

    kind: Kind
    number: int
    level: int


class Way(NamedTuple):
    """Where one stood *before* a win and stands *now*; the *longest* streak before this one; the *wins* in all."""

    before: Standing
    now: Standing
    longest: Streak | None
    wins: int


def reached(win: Win, way: Way, said: Mapping[str, int]) -> Milestone | None:
    """What *win*, the last on the *way*, has reached; nothing up to the level of its kind that was *said*.

    A win of an earlier day reaches nothing: it tells what was.
    """
    if win.day != way.now.as_of:
        return None
    news = (one for one in _all(way) if one.level > said.get(one.kind, 0))
    return next(news, None)


def levels(days: int, wins: int) -> dict[str, int]:
    """How far the person has come, whether or not that was said."""
    return {Kind.DAYS: days, Kind.WINS: wins}


def _all(way: Way) -> Iterator[Milestone]:
    if way.now.total_days > way.before.total_days:  # of its day it is the first
        yield from _by_day(way)
    if way.wins in WINS:
        yield Milestone(Kind.WINS, way.wins, way.wins)


def _by_day(way: Way) -> Iterator[Milestone]:
    before, now = way.before, way.now
    if before.current is None and before.gap:
        missed = before.gap.missed[0]
        yield Milestone(Kind.RETURN, (now.as_of - missed).days, missed.toordinal())
    if way.longest and now.current and now.current.wins == way.longest.wins + 1 > SHORTEST_RECORD:
        yield Milestone(Kind.STREAK, way.longest.wins, way.longest.wins)
    if _is_round(now.total_days):
        yield Milestone(Kind.DAYS, now.total_days, now.total_days)


def _is_round(days: int) -> bool:
    return days in DAYS or (days > DAYS[-1] and days % HUNDRED == 0)


def sentence(milestone: Milestone, detail: str = "") -> str:
    """What to say of it; a *detail* follows where nobody else reads along."""
    number = milestone.number
    welcome = "Good to have you back" if number >= LONG_BREAK else "You are back"
    said = {
        Kind.RETURN: f"{welcome} after {count(number, 'day')}.",
        Kind.STREAK: f"Your longest streak until now was {count(number, 'day')}.",
        Kind.DAYS: f"You have {count(number, 'day')} with a win now.",
        Kind.WINS: f"You have {count(number, 'win')} now.",
    }[milestone.kind]
    return f"{said} {detail}".rstrip()


def detail(milestone: Milestone, way: Way, first: Win, last: Win | None) -> str:
    """A true one of the person's own: when that streak was, the *last* win before a break, else their *first*."""
    if milestone.kind is Kind.STREAK and way.longest:
        return f"That was {days_words(way.longest.first, way.longest.last, way.now.as_of)}."
    if milestone.kind is Kind.RETURN and last:
        return f"Your last was {_shown(last)}."
    return f"Your first was {_shown(first)}."


def _shown(win: Win) -> str:
    """The beginning of its first line."""
    line = win.text.partition("\n")[0]
    return f"'{line}'" if len(line) <= MOST_SHOWN else f"'{line[:MOST_SHOWN].rstrip()}…'"
