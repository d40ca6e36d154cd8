"""Ranges of time off join, give way and are cut."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.calendars import ranges

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import added, cancelled, checked
from habit_tracker.domain.errors import HabitError


def december(first: int, last: int, reason: str | None = None) -> TimeOff:
    return TimeOff(date(2026, 12, first), date(2026, 12, last), reason)


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ([december(1, 3)], december(4, 5), [december(1, 5)]),
        ([december(1, 3)], december(5, 6), [december(1, 3), december(5, 6)]),
        ([december(1, 9)], december(3, 4), [december(1, 9)]),
        ([december(1, 3, "A"), december(7, 9, "A")], december(2, 8, "A"), [december(1, 9, "A")]),
        (
            [december(1, 9, "A")],
            december(4, 5, "B"),
            [december(1, 3, "A"), december(4, 5, "B"), december(6, 9, "A")],
        ),
        ([december(1, 5)], december(4, 9, "A"), [december(1, 3), december(4, 9, "A")]),
        ([december(4, 5, "A")], december(1, 9), [december(1, 3), december(4, 5, "A"), december(6, 9)]),
    ],
)
def test_a_new_range_joins_or_takes_its_place(before: list[TimeOff], new: TimeOff, after: list[TimeOff]) -> None:
    assert added(before, new) == after


def test_a_range_is_cut_in_two() -> None:
    assert cancelled([december(1, 9, "A")], date(2026, 12, 4), date(2026, 12, 5)) == [
        december(1, 3, "A"),
        december(6, 9, "A"),
    ]


def days(time_off: Iterable[TimeOff]) -> set[date]:
    return {
        off.first + timedelta(days=step) for off in time_off for step in range((off.last - off.first).days + 1)
    }


@settings(max_examples=50, deadline=None)
@given(st.lists(ranges, max_size=6), ranges)
def test_exactly_the_days_of_all_that_was_added_are_off(several: list[TimeOff], gone: TimeOff) -> None:
    kept: list[TimeOff] = []
    for off in several:
        kept = added(kept, off)
    assert days(kept) == days(several)
    assert all(before.last < after.first for before, after in pairwise(kept))
    assert days(cancelled(kept, gone.first, gone.last)) == days(several) - days([gone])


@settings(max_examples=50, deadline=None)
@given(st.lists(ranges, max_size=4), ranges)
def test_the_newest_reason_is_kept_on_all_its_days(several: list[TimeOff], new: TimeOff) -> None:
    kept: list[TimeOff] = []
    for off in [*several, new]:
        kept = added(kept, off)
    if new.reason:
        assert days([new]) <= days(off for off in kept if off.reason == new.reason)


@pytest.mark.parametrize(
    "off",
    [TimeOff(date(2026, 1, 1), date(2029, 1, 1)), december(1, 2, "x" * 201), december(1, 2, "bell\a")],
)
def test_what_is_too_long_or_cannot_be_shown_is_refused(off: TimeOff) -> None:
    with pytest.raises(HabitError):
        checked(off)


def test_a_reason_is_one_line() -> None:
    assert checked(december(1, 2, "  two\nlines ")).reason == "two lines"
    assert checked(december(1, 2, " ")).reason is None


def test_a_range_that_ends_before_it_starts_is_none() -> None:
    """It says what would have been right."""
    with pytest.raises(HabitError, match=r"Write 2026-12-24\.\.2026-12-26"):
        checked(TimeOff(date(2026, 12, 26), date(2026, 12, 24)))
