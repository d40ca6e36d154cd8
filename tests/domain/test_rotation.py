"""Which of the daily copies are kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.rotation import DAILY, MONTHLY, NEWEST, WEEKLY, YOUNG, kept, kept_of_a_kind

START = date(2025, 1, 1)
days = st.sets(st.integers(0, 800).map(lambda number: START + timedelta(days=number)), max_size=120)


def test_a_year_of_days() -> None:
    """Sunday 13 September 2026: a week of days, the Sundays of four weeks, the ends of twelve months."""
    last = date(2026, 9, 13)
    found = kept(last - timedelta(days=back) for back in range(600))
    daily = {last - timedelta(days=back) for back in range(7)}
    weekly = {date(2026, 9, 13), date(2026, 9, 6), date(2026, 8, 30), date(2026, 8, 23)}
    monthly = {date(2026, month, 1) - timedelta(days=1) for month in range(1, 10)} | {
        date(2025, 10, 31),
        date(2025, 11, 30),
    }
    assert found == daily | weekly | monthly


def test_after_a_long_pause_nothing_old_is_lost_at_once() -> None:
    """It is the newest days that count, not the latest in the calendar."""
    old = {date(2025, 6, number) for number in range(1, 7)}
    assert kept({*old, date(2026, 11, 23)}) == {*old, date(2026, 11, 23)}


@given(days)
def test_dropping_every_day_keeps_the_same_as_dropping_once(given_days: set[date]) -> None:
    """Whoever looks only at the end finds what was found by dropping along the way."""
    along: set[date] = set()
    for day in sorted(given_days):
        along = kept({*along, day})
    assert along == kept(given_days)


@given(days)
def test_the_newest_is_kept_and_there_are_never_many(given_days: set[date]) -> None:
    """At most seven, four and twelve, of those that there are."""
    found = kept(given_days)
    assert found <= given_days
    assert len(found) <= DAILY + WEEKLY + MONTHLY
    assert set(sorted(given_days)[-DAILY:]) <= found


@pytest.mark.slow
@given(st.sets(st.integers(-5, 300), max_size=30))
def test_of_what_was_put_aside_the_newest_and_the_young_stay(ages: set[int]) -> None:
    """Never fewer than five, where there are as many; what a wrong clock has dated ahead stays too."""
    now = datetime(2026, 11, 23, tzinfo=UTC)
    made = {now - timedelta(days=age) for age in ages}
    found = kept_of_a_kind(made, now)
    assert len(found) >= min(NEWEST, len(made))
    assert {at for at in made if now - at <= YOUNG} <= found
    assert all(now - at > YOUNG for at in made - found)
    assert not found or min(found) > max(made - found, default=datetime.min.replace(tzinfo=UTC))
