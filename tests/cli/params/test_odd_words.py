"""Whatever stands where a day or a time belongs, there is a value or one sentence, and never anything else."""

from datetime import date, time, timedelta
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.nasty import NASTY

from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.intervals import FollowUp, Interval
from habit_tracker.cli.params.listing import Listing
from habit_tracker.cli.params.numbers import Confidence, Count, WinNumber
from habit_tracker.cli.params.periods import CalendarPeriod, Period, PeriodAsked
from habit_tracker.cli.params.planning import PlanWords
from habit_tracker.cli.params.ranges import DayRange, RangeAsked
from habit_tracker.cli.params.snoozing import Snooze
from habit_tracker.cli.params.times import Clock, QuietHours, Weekly
from habit_tracker.cli.params.weekdays import Weekday, Weekdays
from habit_tracker.cli.params.weeks import Week

TODAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
TYPES: list[click.ParamType[Any]] = [
    Day(), DayRange(), Period(), Week(), Listing(), Clock(), Interval(), FollowUp(), QuietHours(), Weekly(),
    Weekday(), Weekdays(), Snooze(), PlanWords(), Confidence(), Count(), WinNumber(),
]  # fmt: skip
WORDS = [
    "today", "yesterday", "tomorrow", "monday", "fri", "sat", "last", "this", "next", "the", "of", "on", "at",
    "in", "ago", "day", "days", "week", "weeks", "month", "year", "years", "nov", "february", "dec.", "a",
    "two", "half", "an", "hour", "30m", "1h", "noon", "midnight", "until", "to", "till", "-", "–", "..", "...",
    ",", "and", "every", "weekdays", "daily", "mon-fri", "mon,wed", "5pm", "p.m.", "17:00", "17.30", "24:00",
    "25:61", "0", "1", "2", "13", "20", "29", "31", "99", "1730", "2026", "0000", "9999", "20261231", "20.11.",
    "31.02.", "29/2", "03/04", "20/11/26", "2026-11-20", "2026-W12-1", "2026-13-45", "20th", "0th", "9" * 40,
    "-1", "--on", "２０", "٣", "🎉", "\0", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ud800", "ſun", "İ",
    "x" * 200,
]  # fmt: skip
PHRASES = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=5).map("".join),
    st.text(max_size=30),
    st.text("0123456789 .:/-hamp", max_size=14),
)


def kept(kind: click.ParamType[Any], text: str, today: date) -> Any:
    """The value of the text, down to its dates. Raises UsageError."""
    value = kind.convert(text, None, None)
    if isinstance(value, DayAsked | PeriodAsked):
        return value.on(today), value.coming(today)
    if isinstance(value, RangeAsked):
        return value.latest(today), value.coming(today)
    if days := getattr(value, "days", None):
        return days.latest(today), days.coming(today)
    return value


def check(kind: click.ParamType[Any], text: str, today: date) -> None:
    """A value, or one sentence."""
    try:
        found = kept(kind, text, today)
    except click.UsageError as refused:
        said = f"Error: {refused.message}"
        assert len(said) <= 160
        assert said.isprintable()
        assert said.endswith((".", "?", "off.", "-n 4."))
        return
    for value in found if isinstance(found, tuple) and not hasattr(found, "_fields") else (found,):
        assert isinstance(value, date | time | timedelta | int | frozenset | tuple | CalendarPeriod | None)


@pytest.mark.slow
@settings(max_examples=800, deadline=None)
@given(PHRASES, TODAYS)
def test_odd_words_give_a_value_or_a_sentence(text: str, today: date) -> None:
    for kind in TYPES:
        check(kind, text, today)


@pytest.mark.parametrize("text", [*WORDS, *NASTY], ids=str.isidentifier)
def test_texts_that_have_broken_programs(text: str) -> None:
    for kind in TYPES:
        check(kind, text, date(2026, 11, 23))


@settings(max_examples=200, deadline=None)
@given(
    TODAYS,
    st.sampled_from(
        ["{:%Y-%m-%d}", "{:%d.%m.%Y}", "{:%d %b %Y}", "{:%B %d, %Y}", "{:%A %d %B %Y}", "{:%Y/%m/%d}"]
    ),
)
def test_a_date_comes_back_however_it_is_written(day: date, form: str) -> None:
    """In each form that leaves no doubt."""
    asked = Day().convert(form.format(day), None, None)
    assert asked.on(date(2026, 11, 23)) == day


@settings(max_examples=200, deadline=None)
@given(TODAYS, TODAYS, st.sampled_from(["{:%d %b}", "{:%d.%m.}", "{:%A}", "{:%B %d}"]))
def test_a_day_without_a_year_is_the_nearest(day: date, today: date, form: str) -> None:
    """Behind it is never after today, ahead never before; both are what was written."""
    text = form.format(day)
    asked = Day().convert(text, None, None)
    behind, ahead = asked.on(today), asked.coming(today)
    assert behind <= today <= ahead
    assert form.format(behind) == form.format(ahead) == text
    assert not any(form.format(one) == text for one in days_between(behind, ahead))


def days_between(first: date, last: date) -> list[date]:
    """The days inside."""
    return [first + timedelta(days=step) for step in range(1, (last - first).days)]
