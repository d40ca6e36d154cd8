"""Text becomes a value here, or one sentence that says what would have been right."""

import re
from datetime import date, time, timedelta
from typing import Any

import click

from habit_tracker.domain.days import ONE_DAY
from habit_tracker.domain.plan import DAILY, WEEKDAYS
from habit_tracker.domain.quiet import Quiet
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


class Clock(click.ParamType[time]):
    """A time of day, as 17:00 or 5pm."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """The local time of day."""
        if isinstance(value, time):
            return value
        found = parse_clock(value)
        if found is None:
            self.fail(f"{value!r} is not a time of day. Write it as 17:00 or 5pm.", param, ctx)
        return found


class Weekdays(click.ParamType[frozenset[int]]):
    """Days of the week: daily, weekdays, mon,wed,fri or mon-thu."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        """The weekdays, Monday being 0."""
        if isinstance(value, frozenset):
            return value
        named = {"daily": DAILY, "weekdays": WEEKDAYS}.get(value.strip().lower())
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


def parse_clock(text: str) -> time | None:
    """The time of day that *text* names: 17:00, 9:05, 5pm or 5:30 pm."""
    found = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2}))?\s*(am|pm)?", text.strip().lower())
    if not found or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004  a clock's face
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004  a day, an hour


class Interval(click.ParamType[timedelta]):
    """A length of time, from a minute to half a day: 30m, 2h or 1h30m."""

    name = "interval"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """The length of time."""
        if isinstance(value, timedelta):
            return value
        found = parse_interval(value)
        if found is None:
            self.fail(
                f"{value!r} is not a length of time from 1m to 12h. Write it as 30m, 2h or 1h30m.", param, ctx
            )
        return found


def parse_interval(text: str) -> timedelta | None:
    """The length of time that *text* names: 30m, 90 min, 2h or 1h30m, from one minute to twelve hours."""
    found = re.fullmatch(r"(?:([0-9]{1,2})\s*h)?\s*(?:([0-9]{1,3})\s*m(?:in)?)?", text.strip().lower())
    wait = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta(0)
    return wait if timedelta(0) < wait <= timedelta(hours=12) else None


class FollowUp(click.ParamType["timedelta | None"]):
    """How long after the question its follow-up comes, or off."""

    name = "follow-up"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta | None:
        """The length of time; None for off."""
        return None if str(value).strip().lower() == "off" else Interval().convert(value, param, ctx)


class QuietHours(click.ParamType["Quiet | None"]):
    """Hours like 21:00-08:00, or off."""

    name = "hours"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Quiet | None:
        """The hours; None for off."""
        if value.strip().lower() == "off":
            return None
        start, _, end = value.partition("-")
        first, last = parse_clock(start), parse_clock("0:00" if end.strip() == "24:00" else end)
        if first is None or last is None:
            self.fail(f"{value!r} are no quiet hours. Write them as 21:00-08:00, or off.", param, ctx)
        return Quiet(first, last)


class WeeklyAt(NamedTuple):
    """When the weekly check comes; both None where it never does."""

    on: int | None
    at: time | None


class Weekly(click.ParamType[WeeklyAt]):
    """A weekday and a time, as "fri 16:00", or off."""

    name = "weekly"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> WeeklyAt:
        """The weekday and the time; neither for off."""
        if isinstance(value, WeeklyAt):
            return value
        day, _, clock = value.strip().lower().partition(" ")
        if day == "off" and not clock:
            return WeeklyAt(None, None)
        on, at = parse_weekday(day), parse_clock(clock)
        if on is None or at is None:
            self.fail(f'{value!r} is no weekday with a time. Write it as "fri 16:00", or off.', param, ctx)
        return WeeklyAt(on, at)


class Words(click.ParamType[str]):
    """A word of a win's text. What begins with a dash and is no option arrives marked; the mark goes here."""

    name = "text"
    MARK = "\0"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the person wrote it."""
        return str(value).removeprefix(self.MARK)


class TextCommand(click.Command):
    """A command that takes a text: "-5 kg" in quotes is text and not an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Mark the words that only look like options."""
        return super().parse_args(ctx, [Words.MARK + arg if _is_text(arg) else arg for arg in args])


def _is_text(arg: str) -> bool:
    return bool(re.match(r"-[0-9]", arg)) or (
        arg.startswith("-") and re.search(r"\s", arg.partition("=")[0]) is not None
    )
