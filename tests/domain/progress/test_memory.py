"""Which win is brought back."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.progress.memory import anniversaries, worth_most
from habit_tracker.domain.progress.win import Win

TODAY = date(2026, 11, 23)
AT = datetime(2026, 1, 1, tzinfo=UTC)


def win(number: int, day: date, confidence: int | None = None) -> Win:
    """A win of that day."""
    return Win(number, str(number), day, "text", confidence, "shell", AT, "UTC", AT)


def test_round_times_the_greatest_first() -> None:
    """As far back as there are wins."""
    assert list(anniversaries(TODAY, date(2024, 3, 1))) == [
        (date(2024, 11, 23), "2 years ago"),
        (date(2025, 11, 23), "a year ago"),
        (date(2026, 8, 23), "three months ago"),
        (date(2026, 10, 23), "a month ago"),
        (date(2026, 11, 16), "a week ago"),
    ]


def test_a_month_without_such_a_day_has_none() -> None:
    """On the 31st and on the 29th of February."""
    assert [ago for _, ago in anniversaries(date(2026, 5, 31), date(2026, 1, 1))] == ["a week ago"]
    assert [ago for _, ago in anniversaries(date(2024, 2, 29), date(2022, 1, 1))][:1] == ["three months ago"]


@given(st.dates(date(2000, 1, 2), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2000, 1, 1)))
def test_no_day_is_an_anniversary_two_days_in_a_row(today: date, first: date) -> None:
    """Of the same kind."""
    one, other = (dict(anniversaries(day, first)) for day in (today, today + timedelta(days=1)))
    assert not {item for item in one.items() if item in other.items()}


def test_a_good_win_that_was_never_shown_comes_first() -> None:
    """Then the one shown longest ago; a fresh one last, and none of today."""
    wins = [
        win(1, date(2026, 1, 1), 4),
        win(2, date(2026, 2, 1), 5),
        win(3, date(2026, 11, 22), 5),
        win(4, TODAY, 5),
    ]
    assert worth_most(wins, {}, TODAY) == wins[1]
    assert worth_most(wins, {"2": date(2026, 3, 1)}, TODAY) == wins[0]
    assert worth_most(wins, {"2": date(2026, 3, 1), "1": date(2026, 4, 1)}, TODAY) == wins[1]
    assert worth_most(wins[2:], {}, TODAY) == wins[2]
    assert worth_most(wins[3:], {}, TODAY) is None


@given(st.lists(st.integers(1, 300), min_size=2, max_size=6, unique=True), st.integers(2, 20))
def test_never_the_same_two_days_in_a_row(ages: list[int], days: int) -> None:
    """Where there is another."""
    wins = [win(age, TODAY - timedelta(days=age)) for age in ages]
    shown: dict[str, date] = {}
    chosen = []
    for step in range(days):
        today = TODAY + timedelta(days=step)
        best = worth_most(wins, shown, today)
        assert best is not None
        shown[best.uid] = today
        chosen.append(best)
    assert all(one != following for one, following in pairwise(chosen))
