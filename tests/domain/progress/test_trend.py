"""The trend: which weeks it has, what is compared, and what is left open."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.progress.review import Review
from habit_tracker.domain.progress.trend import (
    SPAN,
    Growth,
    Ratings,
    WeekRatings,
    gathered,
    growth,
    missing,
    rated,
    scale,
    weekly_ratings,
)
from habit_tracker.domain.progress.week import WEEK

MONDAY = date(2026, 11, 23)
ratings = st.none() | st.integers(1, 5)


def weeks(*rates: float | None) -> list[WeekRatings]:
    """Weeks with these ratings, the last of them the one of MONDAY."""
    first = MONDAY - (len(rates) - 1) * WEEK
    return [WeekRatings(first + place * WEEK, rate=rate) for place, rate in enumerate(rates)]


def test_it_begins_with_the_first_rating_and_ends_today() -> None:
    """A week between without any is there, and empty."""
    reviews = [Review(MONDAY - 2 * WEEK, rate=2, gladly=4), Review(MONDAY - 5 * WEEK, obstacle="Ill")]
    of_days = {MONDAY + timedelta(days=2): Ratings(9, 2), MONDAY + timedelta(days=3): Ratings(3, 1)}
    assert weekly_ratings(reviews, of_days, MONDAY + timedelta(days=3), 0) == [
        WeekRatings(MONDAY - 2 * WEEK, 2, 4),
        WeekRatings(MONDAY - WEEK),
        WeekRatings(MONDAY, confidence=4.0, ratings=3),
    ]


def test_without_a_rating_there_is_none() -> None:
    assert weekly_ratings([Review(MONDAY, obstacle="Ill")], {}, MONDAY, 0) == []


def test_the_first_five_are_compared_with_the_newest_five() -> None:
    """Of the rated weeks, however many lie between."""
    found = rated(weeks(1, 2, None, 3, 2, 2, None, None, 5, 4, 4, 3, None, 4), "rate")
    assert growth(found) == Growth(2.0, 4.0, MONDAY - 5 * WEEK)


@given(st.lists(ratings, max_size=30))
def test_nothing_is_said_from_fewer(rates: list[int | None]) -> None:
    """And how many are missing is true."""
    found = rated(weeks(*rates), "rate")
    number = sum(rate is not None for rate in rates)
    assert (growth(found) is None) == (number < 2 * SPAN)
    assert number + missing(found) >= 2 * SPAN
    assert not (missing(found) and number >= 2 * SPAN)


@given(st.lists(ratings, max_size=300), st.integers(1, 80))
def test_many_weeks_become_as_many_points_as_fit(rates: list[int | None], most: int) -> None:
    """With the means of what they gather, and nothing where nothing was."""
    points = gathered(weeks(*rates), most)
    assert len(points) <= most
    assert bool(rated(points, "rate")) == any(rate is not None for rate in rates)
    assert all(1 <= value <= 5 for value in rated(points, "rate").values())
    if len(rates) <= most:
        assert points == weeks(*rates)


def test_the_scale_names_months_and_years() -> None:
    """A year where one begins, and years alone where there are many weeks."""
    assert [name for _, name in scale(weeks(*[3] * 6))] == ["Oct", "Nov"]
    assert "2026" in [name for _, name in scale(weeks(*[3] * 60))]
    assert [name for _, name in scale(weeks(*[3] * 150))] == ["2024", "2025", "2026"]
