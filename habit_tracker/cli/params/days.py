"""Days: text becomes a value here, or one sentence that says what would have been right."""

import re
from datetime import date, timedelta
from typing import Any

import click

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import EVERY_DAY, WEEKDAYS
from habit_tracker.domain.words import WEEKDAY_NAMES

YEARS = range(1900, 2200)
WIN_NUMBER = click.IntRange(1, 2**63 - 1)


class Day(click.ParamType["DayAsked"]):
    """A day of the person's life: today, yesterday, a weekday (the latest one) or an ISO date."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "DayAsked":
        """The day as it was asked for; which date it is depends on today."""
        if isinstance(value, DayAsked):
            return value
        asked = DayAsked.parse(value)
        if asked is None:
            self.fail(f"{value!r} is not a day. Write today, yesterday, monday or 2026-11-20.", param, ctx)
        if asked.exact and asked.exact.year not in YEARS:
            self.fail(f"{value} is too far away. Days lie in the years {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        return asked


class DayAsked:
    """A day that was asked for, before it is known what day today is."""

    def __init__(self, exact: date | None = None, back: int | None = None, weekday: int | None = None) -> None:
        self.exact, self.back, self.weekday = exact, back, weekday

    @classmethod
    def parse(cls, text: str) -> "DayAsked | None":
        """The day that *text* names, None where it names none."""
        word = text.strip().lower()
        if word in {"today", "yesterday", "tomorrow"}:
            return cls(back={"today": 0, "yesterday": 1, "tomorrow": -1}[word])
        if (weekday := parse_weekday(word)) is not None:
            return cls(weekday=weekday)
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
            try:
                return cls(exact=date.fromisoformat(word))
            except ValueError:
                return None
        return None

    def on(self, today: date) -> date:
        """The date it is when today is *today*; a weekday is its latest, today included."""
        if self.exact is not None:
            return self.exact
        if self.weekday is not None:
            return today - timedelta(days=(today.weekday() - self.weekday) % 7)
        return today - (self.back or 0) * ONE_DAY

    def coming(self, today: date) -> date:
        """The same, for what may lie ahead: a weekday is its next, today included."""
        if self.weekday is None:
            return self.on(today)
        return today + timedelta(days=(self.weekday - today.weekday()) % 7)


as_of_option = click.option(
    "--as-of", type=Day(), metavar="DATE", help="Answer as on that day, from the wins up to it."
)


class Weekdays(click.ParamType[frozenset[int]]):
    """Days of the week: daily, weekdays, mon,wed,fri or mon-thu."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        """The weekdays, Monday being 0."""
        if isinstance(value, frozenset):
            return value
        named = {"daily": EVERY_DAY, "weekdays": WEEKDAYS}.get(value.strip().lower())
        parts = [_weekday_range(part) for part in value.lower().split(",")]
        if named is None and not all(parts):
            self.fail(f"{value!r} are no days. Write daily, weekdays, mon,wed,fri or mon-thu.", param, ctx)
        return named or frozenset().union(*parts)


class Weekday(click.ParamType[int]):
    """One day of the week: monday or mon."""

    name = "weekday"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The weekday, Monday being 0."""
        if isinstance(value, int):
            return value
        found = parse_weekday(value.strip().lower())
        if found is None:
            self.fail(f"{value!r} is not a day of the week. Write monday, or mon.", param, ctx)
        return found


def parse_weekday(word: str) -> int | None:
    """The weekday that *word* names, in full or by at least its first three letters."""
    fits = [name.lower().startswith(word) and len(word) >= len("mon") for name in WEEKDAY_NAMES]
    return fits.index(True) if any(fits) else None


def _weekday_range(text: str) -> frozenset[int]:
    """The days from the first named to the last, over the week's end too; empty where a name is none."""
    first, dash, last = text.strip().partition("-")
    start, end = parse_weekday(first.strip()), parse_weekday((last if dash else first).strip())
    if start is None or end is None:
        return frozenset()
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))
