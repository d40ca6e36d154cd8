"""A stretch of days: text becomes one, before it is known what day today is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import click

from habit_tracker.cli.params.calendar_words import LONGEST, shape
from habit_tracker.cli.params.day_readings import in_week
from habit_tracker.cli.params.days import DayAsked, parse_day
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.periods import parse_period
from habit_tracker.cli.params.text import Typed, plain

Ends = tuple[date, date]


class RangeAsked(NamedTuple):
    """A range of days that was asked for: from today to its ends, the latest such range and the next."""

    latest: Callable[[date], Ends]
    coming: Callable[[date], Ends]


def between(first: DayAsked, last: DayAsked) -> RangeAsked:
    """From one day to another. Where both recur, the last is the next after the first.

    Raises UsageError once today is known and the last turns out to come before the first.
    """

    def latest(today: date) -> Ends:
        end = last.on(today)
        return _ordered(first.on(end if first.recurs else today), end)

    def coming(today: date) -> Ends:
        start = first.coming(today)
        return _ordered(start, last.coming(start if last.recurs else today))

    return RangeAsked(latest, coming)


def _ordered(first: date, last: date) -> Ends:
    if last < first:
        raise click.UsageError(f"{first}..{last} ends before it starts. Write {last}..{first}.")
    return first, last


def parse_range(words: Typed) -> RangeAsked | None:
    """The days that the words name: one, two with a sign or `to` between them, a week, a month or a year.

    Raises UsageError for days too far away.
    """
    text = re.sub(r"^from ", "", plain(words))
    if one := parse_day(text):
        return between(one, one)
    if week := _week(text):
        return week
    if period := parse_period(text):
        return RangeAsked(lambda today: period.on(today).days(), lambda today: period.coming(today).days())
    return next((between(*ends) for ends in _ends(text)), None)


_WEEKS = {"last": -1, "this": 0, "next": 1}


def _week(text: str) -> RangeAsked | None:
    """`next week`, `this weekend`, `the weekend`."""
    found = re.fullmatch(r"(?:(?:the )?(last|this|next)|the) (week|weekend)", text)
    if not found or found[0] == "the week":
        return None
    weeks, first = _WEEKS[found[1] or "this"], 0 if found[2] == "week" else 5

    def ends(today: date) -> Ends:
        return in_week(first, weeks).latest(today), in_week(6, weeks).latest(today)

    return RangeAsked(ends, ends)


def _ends(text: str) -> Iterator[tuple[DayAsked, DayAsked]]:
    """Each way to cut the text into two days."""
    if text.startswith(("until ", "till ", "through ", "to ")):
        text = f"today {text}"
    if len(text) > LONGEST:
        return
    for cut in re.finditer(r"\.\.| (?:to|till|until|through|thru) | ?[-–—] ?| ", text):  # noqa: RUF001  typed dashes
        first, last = _whole(text[: cut.start()], text[cut.end() :])
        if (start := parse_day(first)) and (end := parse_day(last)):
            yield start, end


def _whole(first: str, last: str) -> tuple[str, str]:
    """Both ends with their month: of `24 - 27 dec` and `dec 24 - 27` one has it for both."""
    if (shape(first).kinds in {"n", "n .", "o"}) and (
        found := re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th)?(.*)", last)
    ):
        return f"{first.rstrip('.')}{found[1]}", last
    if shape(last).kinds in {"n", "o"} and (found := re.fullmatch(r"(.*[^0-9])[0-9]{1,2}(?:st|nd|rd|th)?", first)):
        return first, f"{found[1]}{last}"
    return first, last


class DayRange(Parsed[RangeAsked]):
    """One day, or the first and the last of several: 2026-12-24..2027-01-02, next week."""

    name = "range"
    what = "is not a day or a range"
    right = "Write 2026-11-20, next week, or both ends: 2026-12-24..2027-01-02."

    def parse(self, text: str) -> RangeAsked | None:
        """The value that *text* names."""
        return parse_range(text)
