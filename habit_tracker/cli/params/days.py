"""Days: text becomes a value here, or one sentence that says what would have been right.

Most days are near, and need no grammar; that is loaded where it is needed.
"""

from collections.abc import Callable
from datetime import date, timedelta

import click

from habit_tracker.cli.params.day_meaning import FarError, Reading
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, either, plain
from habit_tracker.domain.days.local_time import YEARS
from habit_tracker.domain.quoting import quoted

NEAR = {
    "today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
    "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip


class DayAsked:
    """A day that was asked for, before it is known what day today is."""

    def __init__(self, text: str, meanings: list[Reading], weekday: int | None = None) -> None:
        self.text, self.meanings, self.weekday = text, meanings, weekday

    @property
    def recurs(self) -> bool:
        """Whether it comes every week, month or year."""
        return any(meaning.recurs for meaning in self.meanings)

    def on(self, today: date) -> date:
        """The date it is when today is *today*: the latest where it recurs, today included.

        Raises UsageError where the text may mean more than one date, or one too far away; so does *coming*.
        """
        return self._one(self._dates(today, [meaning.latest for meaning in self.meanings]), today)

    def coming(self, today: date) -> date:
        """The same, for what may lie ahead: the next where it recurs, today included.

        With its weekday beside it, as in `Friday 20 November`, it may also be the latest, if only that fits.
        """
        dates = self._dates(today, [meaning.coming for meaning in self.meanings])
        if self.weekday is None or any(day.weekday() == self.weekday for day in dates):
            return self._one(dates, today)
        return self.on(today)

    def _dates(self, today: date, picks: list[Callable[[date], date]]) -> list[date]:
        try:
            dates = list(dict.fromkeys(pick(today) for pick in picks))
        except (FarError, OverflowError):
            raise click.UsageError(too_far(self.text)) from None
        if any(day.year not in YEARS for day in dates):
            raise click.UsageError(too_far(self.text))
        return dates

    def _one(self, dates: list[date], today: date) -> date:
        fitting = [day for day in dates if self.weekday in {None, day.weekday()}]
        if len(fitting) != 1:
            raise click.UsageError(_choice(self.text, fitting, today) if fitting else _misfit(self.text, dates[0]))
        return fitting[0]


def too_far(text: str) -> str:
    """That no day of this program is that far away."""
    return f"{quoted(text)} is too far away. Days lie in the years {YEARS[0]} to {YEARS[-1]}."


def _choice(text: str, dates: list[date], today: date) -> str:
    from habit_tracker.domain.words import short_day

    names, forms = [short_day(day, today) for day in dates], [str(day) for day in dates]
    return f"{text} may be {either(names)}: write {either(forms)}."


def _misfit(text: str, day: date) -> str:
    from habit_tracker.domain.words import day_words

    weekday, _, name = day_words(day).partition(" ")
    return f"{quoted(text)} does not fit: {name} {day.year} is a {weekday}. Write the date alone: {day}."


def parse_day(words: Typed) -> DayAsked | None:
    """The day that the words name, None where they name none. Raises UsageError for one too far away."""
    text = plain(words)
    if text in NEAR:
        away = timedelta(days=NEAR[text])
        return DayAsked(text, [Reading(lambda today: today + away)])
    from habit_tracker.cli.params.day_shapes import readings

    try:
        meanings, weekday = readings(text)
    except FarError:
        raise click.UsageError(too_far(text)) from None
    return DayAsked(text, meanings, weekday) if meanings else None


class Day(Parsed[DayAsked]):
    """A day of the person's life: yesterday, friday, 3 days ago, 20 nov or an ISO date."""

    name = "day"
    what = "is not a day"
    right = "Write today, yesterday, friday, 3 days ago, 20 nov or 2026-11-20."

    def parse(self, text: str) -> DayAsked | None:
        """The value that *text* names."""
        return parse_day(text)

    def hint(self, value: str) -> str:
        """What was meant, where a letter or two are wrong."""
        from habit_tracker.cli.params.day_spelling import respelled

        meant = respelled(value, parse_day)
        return f"Did you mean {meant}?" if meant else self.right


as_of_option = click.option(
    "--as-of", type=Day(), metavar="DATE", help="Answer as on that day, from the wins up to it."
)
