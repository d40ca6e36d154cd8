"""Whether confidence grows: the ratings of each week, and the first ones against the newest."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from habit_tracker.domain.progress.review import Review
from habit_tracker.domain.progress.week import WEEK, first_of_week
from habit_tracker.domain.words import MONTH_NAMES

SPAN = 5
"""A mean is of so many ratings at least: fewer say nothing."""
YEARLY = timedelta(days=2 * 366)
"""From so long a time on, years are named instead of months."""
SAME = 0.25
"""Means that differ by less are about the same."""


class Ratings(NamedTuple):
    """The confidence that wins were given, from 1 to 5: its sum, and how many had one."""

    total: int = 0
    number: int = 0


class WeekRatings(NamedTuple):
    """One week, by its *first* day: *rate* and *gladly* as the person rated it, and the mean of its wins.

    *ratings* is the number of wins with a confidence, of which *confidence* is the mean.
    """

    first: date
    rate: float | None = None
    gladly: float | None = None
    confidence: float | None = None
    ratings: int = 0


class Growth(NamedTuple):
    """The mean of the first SPAN rated weeks and of the newest, and when the newer ones began."""

    was: float
    now: float
    since: date


def weekly_ratings(
    reviews: Iterable[Review], of_days: Mapping[date, Ratings], today: date, week_start: int
) -> list[WeekRatings]:
    """Every week from the first with a rating to that of *today*, in order."""
    weeks = {first_of_week(review.first, week_start): review for review in reviews if review.rate or review.gladly}
    wins: dict[date, Ratings] = {}
    for day, of_day in of_days.items():
        first = first_of_week(day, week_start)
        before = wins.get(first, Ratings())
        wins[first] = Ratings(before.total + of_day.total, before.number + of_day.number)
    begun, last = min([*weeks, *wins], default=None), first_of_week(today, week_start)
    if begun is None:
        return []
    firsts = [begun + step * WEEK for step in range((last - begun) // WEEK + 1)]
    return [_week(first, weeks.get(first), wins.get(first, Ratings())) for first in firsts]


def _week(first: date, review: Review | None, wins: Ratings) -> WeekRatings:
    mean = wins.total / wins.number if wins.number else None
    return WeekRatings(first, review and review.rate, review and review.gladly, mean, wins.number)


def rated(weeks: Iterable[WeekRatings], name: str) -> dict[date, float]:
    """The ratings of that *name*, by the first day of their weeks."""
    return {week.first: value for week in weeks if (value := getattr(week, name)) is not None}


def scale(weeks: list[WeekRatings]) -> Iterator[tuple[int, str]]:
    """The place of the first week of each month and its short name, or of each year where there are many."""
    yearly = bool(weeks) and weeks[-1].first - weeks[0].first > YEARLY
    before: date | None = None
    for place, first in enumerate(week.first for week in weeks):
        new_year = before is not None and before.year != first.year
        if before is None or new_year or (before.month != first.month and not yearly):
            yield place, str(first.year) if new_year or yearly else MONTH_NAMES[first.month - 1][:3]
        before = first


def growth(values: Mapping[date, float]) -> Growth | None:
    """How the newest rated weeks compare with the first, None where the two would share a week."""
    weeks = sorted(values)
    if len(weeks) < 2 * SPAN:
        return None
    return Growth(
        _mean([values[week] for week in weeks[:SPAN]]),
        _mean([values[week] for week in weeks[-SPAN:]]),
        weeks[-SPAN],
    )


def missing(values: Mapping[date, float]) -> int:
    """How many more rated weeks `growth` needs."""
    return max(0, 2 * SPAN - len(values))


def gathered(weeks: list[WeekRatings], most: int) -> list[WeekRatings]:
    """The same in at most *most* points: neighbouring weeks share one, with the means of their ratings."""
    size = -(-len(weeks) // most) if weeks else 1
    return [_joined(weeks[start : start + size]) for start in range(0, len(weeks), size)]


def _joined(weeks: list[WeekRatings]) -> WeekRatings:
    def mean(name: str) -> float | None:
        found = [value for week in weeks if (value := getattr(week, name)) is not None]
        return _mean(found) if found else None

    number = sum(week.ratings for week in weeks)
    total = sum((week.confidence or 0) * week.ratings for week in weeks)
    return WeekRatings(weeks[0].first, mean("rate"), mean("gladly"), total / number if number else None, number)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
