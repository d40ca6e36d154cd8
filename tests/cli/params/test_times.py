"""What people write for times of day, lengths of time, days of the week and plans, as tables."""

from datetime import time, timedelta

import pytest

from habit_tracker.cli.params.intervals import parse_interval
from habit_tracker.cli.params.planning import PlanAsked, parse_plan
from habit_tracker.cli.params.snoozing import For, Until, parse_snooze
from habit_tracker.cli.params.times import parse_clock
from habit_tracker.cli.params.weekdays import parse_weekdays

CLOCKS = {
    "17": "17:00", "17:00": "17:00", "17.30": "17:30", "17h30": "17:30", "17h": "17:00", "1730": "17:30",
    "930": "09:30", "9": "09:00", "09": "09:00", "5pm": "17:00", "5 PM": "17:00", "5.30 pm": "17:30",
    "5:30pm": "17:30", "530pm": "17:30", "5 p.m.": "17:00", "5 p. m.": "17:00", "12am": "00:00",
    "12pm": "12:00", "noon": "12:00", "midday": "12:00", "midnight": "00:00", "12 noon": "12:00", "0": "00:00",
    "00:00": "00:00", "23:59": "23:59", "at 5pm": "17:00", "@17:00": "17:00", "17:00:00": "17:00",
}  # fmt: skip
NO_CLOCKS = [
    "", "x", "24:00", "24", "25", "17:60", "1760", "13pm", "0pm", "5:5", "17:00:30", "-5", "17pm", "５pm",
    "１７:00", "🎉", "\0", "17:00\u202e", "1" * 40, "5 o'clock", "half past 5", "monday", "30m", "17:00 18:00",
]  # fmt: skip
INTERVALS = {
    "30": 30, "1": 1, "90": 90, "720": 720, "30m": 30, "30 m": 30, "30 min": 30, "30 mins.": 30,
    "90 minutes": 90, "1 minute": 1, "a minute": 1, "1h": 60, "1 hr": 60, "2 hours": 120, "an hour": 60,
    "one hour": 60, "two hours": 120, "1h30m": 90, "1h 30": 90, "1h30": 90, "1 hour and 30 minutes": 90,
    "1 hour 5 min": 65, "1.5h": 90, "1,5 h": 90, "0.5 hours": 30, "half an hour": 30, "half hour": 30,
    "an hour and a half": 90, "a quarter of an hour": 15, "for 20 minutes": 20, "in an hour": 60, "12h": 720,
}  # fmt: skip
NO_INTERVALS = [
    "", "0", "0m", "0h", "13h", "721", "12h1m", "365d", "3 days", "-5", "1:30", "h", "m", "1h1h", "30s",
    "0.01h", "x", "３０m", "🎉", "\0", "9" * 40, "1.5.5h", "half", "noon",
]  # fmt: skip
WEEKDAYS = {
    "daily": "0123456", "every day": "0123456", "everyday": "0123456", "all days": "0123456", "weekdays": "01234",
    "every weekday": "01234", "workdays": "01234", "weekends": "56", "weekend": "56", "mon-fri": "01234",
    "Mon - Fri": "01234", "mon to fri": "01234", "monday through friday": "01234", "from mon till wed": "012",
    "mon–fri": "01234", "fri-mon": "4560", "mon,wed,fri": "024", "mon wed fri": "024", "mon, wed and fri": "024",
    "mon & fri": "04", "mon/fri": "04", "mondays": "0", "every tuesday": "1", "mo-fr": "01234", "tu,th": "13",
    "weekdays and sat": "012345", "sat,sun": "56", "mon-wed, fri": "0124", "sunday": "6",
}  # fmt: skip
NO_WEEKDAYS = [
    "",
    ",",
    "-",
    "mon-",
    "-fri",
    "m",
    "mon,blursday",
    "none",
    "w",
    "17:00",
    "mon..fri",
    "🎉",
    "\0",
    "ｍon",
]
PLANS = {
    "17:00": (None, "17:00"), "5 pm": (None, "17:00"), "at noon": (None, "12:00"), "9": (None, "09:00"),
    "daily": ("0123456", None), "mon wed fri": ("024", None), "mon-fri 17:00": ("01234", "17:00"),
    "weekdays at 5pm": ("01234", "17:00"), "17:00 mon-fri": ("01234", "17:00"),
    "5.30 pm mon wed": ("02", "17:30"), "every day at 9": ("0123456", "09:00"),
    "mon, wed and fri at 5 p.m.": ("024", "17:00"), "weekends 10": ("56", "10:00"),
    "on mondays at midnight": ("0", "00:00"), "mo-fr 1730": ("01234", "17:30"),
}  # fmt: skip


def days(numbers: str | None) -> frozenset[int] | None:
    """The weekdays, Monday being 0."""
    return None if numbers is None else frozenset(map(int, numbers))


@pytest.mark.parametrize(("text", "at"), CLOCKS.items())
def test_a_time_of_day(text: str, at: str) -> None:
    assert parse_clock(text.split()) == time.fromisoformat(at)


@pytest.mark.parametrize("text", NO_CLOCKS)
def test_no_time_of_day(text: str) -> None:
    assert parse_clock(text) is None


@pytest.mark.parametrize(("text", "minutes"), INTERVALS.items())
def test_a_length_of_time(text: str, minutes: int) -> None:
    """A bare number counts minutes."""
    assert parse_interval(text.split()) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", NO_INTERVALS)
def test_no_length_of_time_from_a_minute_to_half_a_day(text: str) -> None:
    assert parse_interval(text) is None


@pytest.mark.parametrize(("text", "numbers"), WEEKDAYS.items())
def test_days_of_the_week(text: str, numbers: str) -> None:
    assert parse_weekdays(text.split()) == days(numbers)


@pytest.mark.parametrize("text", NO_WEEKDAYS)
def test_no_days_of_the_week(text: str) -> None:
    assert parse_weekdays(text) is None


@pytest.mark.parametrize(("text", "plan"), PLANS.items())
def test_a_plan(text: str, plan: tuple[str | None, str | None]) -> None:
    """Days, a time, or both in either order."""
    numbers, at = plan
    assert parse_plan(text.split()) == PlanAsked(days(numbers), at and time.fromisoformat(at))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "x", "mon-fri 25:00", "blursday 17:00", "17:00 18:00", "mon 17:00 fri", "a " * 99]
)
def test_no_plan(text: str) -> None:
    assert parse_plan(text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("30", For(timedelta(minutes=30))),
        ("17", For(timedelta(minutes=17))),
        ("half an hour", For(timedelta(minutes=30))),
        ("for 1h", For(timedelta(hours=1))),
        ("till 6pm", Until(time(18))),
        ("until 18", Until(time(18))),
        ("to noon", Until(time(12))),
        ("18:00", Until(time(18))),
        ("1730", Until(time(17, 30))),
        ("until 25:00", None),
        ("until", None),
        ("until tomorrow", None),
        ("a week", None),
        ("0", None),
    ],
)
def test_putting_off(text: str, asked: For | Until | None) -> None:
    """By a length of time or until a time; what may be both is a number of minutes."""
    assert parse_snooze(text.split()) == asked
