"""What a win has reached."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import EVERY_DAY, Plan
from habit_tracker.domain.progress.milestones import DAYS, Kind, Milestone, Way, detail, levels, reached, sentence
from habit_tracker.domain.progress.streaks import standing, streaks_in
from habit_tracker.domain.progress.win import Win

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
CALENDAR = Calendar([Plan.daily(date(2020, 1, 1), time(17), EVERY_DAY)])


def win(day: date = TODAY, text: str = "Asked Ana for help") -> Win:
    """A win of that day."""
    return Win(1, "1", day, text, None, "shell", AT, "UTC", AT)


def ago(*ages: int) -> list[date]:
    """The days so long ago."""
    return [TODAY - timedelta(days=age) for age in ages]


def by_win(ages: Iterable[int], wins: int = 1, said: dict[str, int] | None = None) -> Milestone | None:
    """What a win of today reaches after wins on days so long ago."""
    return reached(win(), way(ago(*ages), [*ago(*ages), TODAY], wins), said or {})


def way(before: list[date], now: list[date], wins: int) -> Way:
    """From wins on some days to wins on others."""
    was, there = (standing(CALENDAR, days, TODAY) for days in (before, now))
    earlier = streaks_in(CALENDAR, now, TODAY)[:-1]
    return Way(was, there, max(earlier, key=lambda streak: streak.wins, default=None), wins)


@pytest.mark.parametrize(
    ("ages", "wins", "kind", "number"),
    [
        ((), 1, None, 0),
        ((1, 2), 3, Kind.DAYS, 3),
        (range(1, 366), 400, None, 0),
        (range(1, 365), 400, Kind.DAYS, 365),
        (range(1, 400), 500, Kind.DAYS, 400),
        ((1,), 10, Kind.WINS, 10),
        ((1, 2), 10, Kind.DAYS, 3),
        ((4, 5), 3, Kind.RETURN, 3),
        ((1, 2, 3, 6, 7, 8), 5, Kind.STREAK, 3),
        ((1, 2, 3, 4, 7, 8, 9), 5, None, 0),
        ((1, 4), 3, Kind.DAYS, 3),
    ],
)
def test_what_is_reached(ages: Iterable[int], wins: int, kind: Kind | None, number: int) -> None:
    """The return, the longest streak, the days, the wins: the first of them alone."""
    found = by_win(ages, wins)
    assert (found and found.kind, found.number if found else 0) == (kind, number)


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 60))
def test_nothing_is_reached_twice(ages: list[int], wins: int) -> None:
    """What was said, or passed in silence, is not said again; of another kind something may be."""
    first = by_win(ages, wins)
    if first:
        again = by_win(ages, wins, {first.kind: first.level})
        assert again is None or again.kind is not first.kind
    rest = by_win(ages, wins, levels(len({0, *ages}), wins))
    assert rest is None or rest.kind in {Kind.RETURN, Kind.STREAK}


def test_a_win_of_an_earlier_day_reaches_nothing() -> None:
    """It tells what was."""
    assert reached(win(TODAY - timedelta(days=2)), way(ago(1, 3), ago(1, 2, 3), 10), {}) is None


def test_how_it_is_said() -> None:
    """The number, and a true detail; no exclamation mark, whatever the number."""
    first, last = win(text="Asked Ana for help\nand got it"), win(text="Held the talk")
    days, back = Milestone(Kind.DAYS, 7, 7), Milestone(Kind.RETURN, 1, 1)
    streak, going = Milestone(Kind.STREAK, 3, 3), way(ago(1, 2, 3, 6, 7, 8), ago(0, 1, 2, 3, 6, 7, 8), 7)
    assert sentence(days, detail(days, going, first, last)) == (
        "You have 7 days with a win now. Your first was 'Asked Ana for help'."
    )
    assert sentence(back, detail(back, going, first, last)).endswith("after 1 day. Your last was 'Held the talk'.")
    assert sentence(streak, detail(streak, going, first, last)) == (
        "Your longest streak until now was 3 days. That was 15 to 17 November."
    )
    assert detail(days, going, win(text="word " * 20), None) == f"Your first was '{('word ' * 8).rstrip()}…'."
    assert not any("!" in sentence(Milestone(kind, number, 1)) for kind in Kind for number in DAYS)
