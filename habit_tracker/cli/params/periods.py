"""A year or a month: text becomes one, before it is known what day today is."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from habit_tracker.cli.params.calendar_words import Shape, shape
from habit_tracker.cli.params.day_readings import months_later
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed
from habit_tracker.domain.days.local_time import ONE_DAY, YEARS


class CalendarPeriod(NamedTuple):
    """A *year*, or one *month* of it."""

    year: int
    month: int | None = None

    def days(self) -> tuple[date, date]:
        """Its first and its last day."""
        first = date(self.year, self.month or 1, 1)
        return first, months_later(first, 1 if self.month else 12) - ONE_DAY


class PeriodAsked(NamedTuple):
    """A year or a month that was asked for: named in full, by its month alone, or as so many *away* from now."""

    year: int | None = None
    month: int | None = None
    unit: str | None = None
    away: int = 0

    @property
    def monthly(self) -> bool:
        """Whether it is a month."""
        return self.month is not None or self.unit == "month"

    def on(self, today: date) -> CalendarPeriod:
        """What it is when today is *today*; a month alone is the latest, the present one included."""
        return self._on(today, lambda month: today.year - (month > today.month))

    def coming(self, today: date) -> CalendarPeriod:
        """The same, for what may lie ahead: the next, the present one included."""
        return self._on(today, lambda month: today.year + (month < today.month))

    def _on(self, today: date, year_of: Callable[[int], int]) -> CalendarPeriod:
        if self.unit == "month":
            first = months_later(today.replace(day=1), self.away)
            return CalendarPeriod(first.year, first.month)
        if self.unit == "year":
            return CalendarPeriod(today.year + self.away)
        year = year_of(self.month or 1) if self.year is None else self.year
        return CalendarPeriod(year, self.month)


MONTHS = range(1, 13)
_AWAY = {"last u": -1, "this u": 0, "next u": 1}


def parse_period(words: Typed) -> PeriodAsked | None:
    """The year or the month that the words name: 2026, 2026-11, november, nov 2025, last month."""
    found = shape(words)
    asked = _by_name(found)
    if asked is None or asked.year not in {None, *YEARS} or asked.month not in {None, *MONTHS}:
        return None
    return asked


def _by_name(found: Shape) -> PeriodAsked | None:
    match found.kinds:
        case "y":
            return PeriodAsked(found.values[0])
        case "m":
            return PeriodAsked(month=found.values[0])
        case "y - n" | "y / n" | "y . n" | "y m":
            return PeriodAsked(found.values[0], found.values[1])
        case "n / y" | "n . y" | "n - y" | "m y":
            return PeriodAsked(found.values[1], found.values[0])
        case kinds if kinds in _AWAY and found.units[0] in {"month", "year"}:
            return PeriodAsked(unit=found.units[0], away=_AWAY[kinds])
    return None


class Period(Parsed[PeriodAsked]):
    """A year or a month: 2026, 2026-11 or november."""

    name = "period"
    what = f"is not a year from {YEARS[0]} on"
    right = "Write 2026, or a month as 2026-11 or november."

    def parse(self, text: str) -> PeriodAsked | None:
        """The value that *text* names."""
        return parse_period(text)
