"""What people write for several days, as tables; today is Monday 23 November 2026."""

from datetime import date

import click
import pytest

from habit_tracker.cli.params.listing import parse_listed
from habit_tracker.cli.params.periods import CalendarPeriod, parse_period
from habit_tracker.cli.params.ranges import parse_range
from habit_tracker.cli.params.weeks import parse_week

TODAY = date(2026, 11, 23)
AHEAD = {
    "tomorrow": "2026-11-24 2026-11-24",
    "friday": "2026-11-27 2026-11-27",
    "tomorrow friday": "2026-11-24 2026-11-27",
    "tomorrow..friday": "2026-11-24 2026-11-27",
    "monday to friday": "2026-11-23 2026-11-27",
    "mon-fri": "2026-11-23 2026-11-27",
    "fri - mon": "2026-11-27 2026-11-30",
    "until friday": "2026-11-23 2026-11-27",
    "from tomorrow till friday": "2026-11-24 2026-11-27",
    "2026-12-24 2027-01-02": "2026-12-24 2027-01-02",
    "2026-12-24..2027-01-02": "2026-12-24 2027-01-02",
    "2026-12-24-2027-01-02": "2026-12-24 2027-01-02",
    "2026-12-24 - 2027-01-02": "2026-12-24 2027-01-02",
    "24 dec - 2 jan": "2026-12-24 2027-01-02",
    "24 dec – 2 jan": "2026-12-24 2027-01-02",
    "24 dec 2 jan": "2026-12-24 2027-01-02",
    "24 - 27 dec": "2026-12-24 2026-12-27",
    "24-27 dec 2027": "2027-12-24 2027-12-27",
    "dec 24-27": "2026-12-24 2026-12-27",
    "24th to 27th december": "2026-12-24 2026-12-27",
    "24.12. - 2.1.": "2026-12-24 2027-01-02",
    "24.-27.12.": "2026-12-24 2026-12-27",
    "24.12.2026-02.01.2027": "2026-12-24 2027-01-02",
    "this week": "2026-11-23 2026-11-29",
    "next week": "2026-11-30 2026-12-06",
    "the next week": "2026-11-30 2026-12-06",
    "last week": "2026-11-16 2026-11-22",
    "this weekend": "2026-11-28 2026-11-29",
    "next month": "2026-12-01 2026-12-31",
    "december": "2026-12-01 2026-12-31",
    "february": "2027-02-01 2027-02-28",
    "jan 2027": "2027-01-01 2027-01-31",
    "2027": "2027-01-01 2027-12-31",
    "2026-11-02..friday": "2026-11-02 2026-11-06",
}  # fmt: skip
BEHIND = {
    "friday": "2026-11-20 2026-11-20",
    "mon-fri": "2026-11-16 2026-11-20",
    "monday - today": "2026-11-23 2026-11-23",
    "24 dec - 2 jan": "2025-12-24 2026-01-02",
    "1 nov - 20 nov": "2026-11-01 2026-11-20",
    "november": "2026-11-01 2026-11-30",
    "december": "2025-12-01 2025-12-31",
    "last month": "2026-10-01 2026-10-31",
    "last year": "2025-01-01 2025-12-31",
}  # fmt: skip
NONE = [
    "", "x", "..", "2026-12-24..", "..2026-12-24", "2026-12-24...2026-12-26", "friday saturday monday",
    "2 weeks", "-", "the week", "24 27", "1 " * 30, "🎉", "2026-02-30", "2026-12-24 🎉", "to", "until",
    "x - friday",
]  # fmt: skip
PERIODS = {
    "2025": (2025, None), "2026-11": (2026, 11), "2026/1": (2026, 1), "11/2025": (2025, 11),
    "nov 2025": (2025, 11), "2025 november": (2025, 11), "November": (2026, 11), "december": (2025, 12),
    "jan": (2026, 1), "this month": (2026, 11), "last month": (2026, 10), "this year": (2026, None),
    "last year": (2025, None),
}  # fmt: skip
NO_PERIODS = [
    "",
    "26",
    "9999",
    "1899",
    "2026-13",
    "2026-00",
    "nov 25",
    "２０２６",
    "last week",
    "x",
    "2026-11-20",
    "🎉",
]


@pytest.mark.parametrize(("text", "ends"), AHEAD.items())
def test_days_that_may_lie_ahead(text: str, ends: str) -> None:
    asked = parse_range(text.split())
    assert asked
    assert " ".join(map(str, asked.coming(TODAY))) == ends


@pytest.mark.parametrize(("text", "ends"), BEHIND.items())
def test_days_that_lie_behind(text: str, ends: str) -> None:
    asked = parse_range(text.split())
    assert asked
    assert " ".join(map(str, asked.latest(TODAY))) == ends


@pytest.mark.parametrize("text", NONE)
def test_no_range(text: str) -> None:
    assert parse_range(text) is None


def test_an_end_before_the_start_is_said_the_right_way_round() -> None:
    asked = parse_range("2026-12-24 2026-12-20")
    assert asked
    with pytest.raises(click.UsageError, match=r"Write 2026-12-20\.\.2026-12-24\."):
        asked.coming(TODAY)


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_year_or_a_month(text: str, period: tuple[int, int | None]) -> None:
    asked = parse_period(text.split())
    assert asked
    assert asked.on(TODAY) == CalendarPeriod(*period)


@pytest.mark.parametrize("text", NO_PERIODS)
def test_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last", "2026-11-16"),
        ("last week", "2026-11-16"),
        ("this", "2026-11-23"),
        ("3 weeks ago", "2026-11-02"),
        ("of nov 2", "2026-11-02"),
        ("week of nov 2", "2026-11-02"),
        ("2026-11-02", "2026-11-02"),
    ],
)
def test_a_week_by_a_day_of_it(text: str, day: str) -> None:
    asked = parse_week(text.split())
    assert asked
    assert str(asked.on(TODAY)) == day


@pytest.mark.parametrize("text", ["", "4", "47", "2026-W47", "w47", "x", "last last"])
def test_no_week(text: str) -> None:
    assert parse_week(text) is None


def test_a_list_is_so_long_or_of_some_days() -> None:
    ten, last_ten, week = (parse_listed(text.split()) for text in ("10", "last 10", "last week"))
    assert ten
    assert ten == last_ten
    assert ten.most == 10
    assert week
    assert week.days
    assert week.days.latest(TODAY) == (date(2026, 11, 16), date(2026, 11, 22))
    assert parse_listed("0") is parse_listed("x") is parse_listed("9" * 40) is None
