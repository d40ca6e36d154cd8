"""Text becomes a stretch of days here: a range, a year or a month."""

import re
from datetime import date
from typing import Any, NamedTuple

import click

from habit_tracker.cli.params.days import YEARS, Day, DayAsked
from habit_tracker.domain.days.local_time import ONE_DAY


class DayRange(click.ParamType["RangeAsked"]):
    """One day, or the first and the last of several: 2026-12-24..2027-01-02."""

    name = "range"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "RangeAsked":
        """The days as they were asked for; which dates they are depends on today."""
        if isinstance(value, RangeAsked):
            return value
        first, dots, last = value.partition("..")
        if dots and not (first.strip() and last.strip()):
            self.fail(f"{value!r} has no two ends. Write 2026-12-24..2027-01-02 or one day.", param, ctx)
        days = [Day().convert(end, param, ctx) for end in (first, last or first)]
        return RangeAsked(*days)


class RangeAsked(NamedTuple):
    """A range of days that was asked for, before it is known what day today is."""

    first: DayAsked
    last: DayAsked

    def on(self, today: date) -> tuple[date, date]:
        """The first and the last date; a weekday is the next one from today, or from the first."""
        first = self.first.coming(today)
        last = self.last.coming(today if self.last.weekday is None else first)
        if last < first:
            raise click.UsageError(f"{first}..{last} ends before it starts. Write {last}..{first}.")
        return first, last


class Period(click.ParamType["PeriodAsked"]):
    """A year or a month: 2026 or 2026-11."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "PeriodAsked":
        """The year, and the month where one was named."""
        if isinstance(value, PeriodAsked):
            return value
        found = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", value.strip())
        if not found or int(found[1]) not in YEARS:
            self.fail(
                f"{value!r} is not a year from {YEARS[0]} on. Write 2026, or a month as 2026-11.", param, ctx
            )
        return PeriodAsked(int(found[1]), int(found[2]) if found[2] else None)


class PeriodAsked(NamedTuple):
    """A *year*, or one *month* of it."""

    year: int
    month: int | None = None

    def days(self) -> tuple[date, date]:
        """Its first and its last day."""
        first = date(self.year, self.month or 1, 1)
        following = date(self.year + 1, 1, 1) if self.month in {None, 12} else first.replace(month=first.month + 1)
        return first, following - ONE_DAY
