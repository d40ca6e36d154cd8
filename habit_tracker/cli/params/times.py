"""Times of day: text becomes a value, or one sentence that says what would have been right."""

import re
from datetime import time
from typing import Any, NamedTuple

import click

from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain
from habit_tracker.cli.params.weekdays import parse_weekday
from habit_tracker.domain.days.local_time import MIDNIGHT, NOON
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.quoting import quoted

_NAMED = {"noon": NOON, "midday": NOON, "12 noon": NOON, "midnight": MIDNIGHT, "12 midnight": MIDNIGHT}


def parse_clock(words: Typed) -> time | None:
    """The time of day that the words name: 17, 17:00, 17.30, 17h30, 1730, 5pm, 5.30 p.m., noon."""
    text = re.sub(r"^(?:at|@) ?", "", plain(words))
    if text in _NAMED:
        return _NAMED[text]
    text = re.sub(r"([ap])\.? ?m\.?$", r"\1m", text)
    found = re.fullmatch(r"([0-9]{1,2})(?: ?[:.h]? ?([0-9]{2})(?::00)?| ?h)? ?(am|pm)?", text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004  a clock's face
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004  a day, an hour


def parse_clocks(words: Typed) -> tuple[time, ...] | None:
    """The times of day that the words name, in order: 9:00 and 17:00; 9, 12 and 5pm."""
    parts = [part for part in re.split(r" ?(?:[,;&+]|\band\b) ?", plain(words)) if part]
    found = [at for at in map(parse_clock, parts) if at is not None]
    return tuple(dict.fromkeys(found)) if found and len(found) == len(parts) else None


class Clock(Parsed[time]):
    """A time of day, as 17:00 or 5pm."""

    name = "time"
    what = "is not a time of day"
    right = "Write it as 17:00 or 5pm."

    def parse(self, text: str) -> time | None:
        """The value that *text* names."""
        return parse_clock(text)


class Clocks(Parsed[tuple[time, ...]]):
    """Times of day, or off: none."""

    name = "time"
    what = Clock.what
    right = "Write it as 11:00 or 11am, or off."

    def parse(self, text: str) -> tuple[time, ...] | None:
        """The value that *text* names."""
        return () if plain(text) == "off" else parse_clocks(text)


class QuietHours(click.ParamType["Quiet | None"]):
    """Hours like 21:00-08:00, or off."""

    name = "hours"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Quiet | None:
        """The hours; None for off."""
        text = re.sub(r"^from ", "", plain(value))
        if text == "off":
            return None
        start, _, end = re.sub(r" ?(?:[-–—]|\b(?:to|till|until)\b) ?", "-", text).partition("-")  # noqa: RUF001
        first, last = parse_clock(start), parse_clock("0:00" if end == "24:00" else end)
        if first is None or last is None:
            self.fail(f"{quoted(value)} are no quiet hours. Write them as 21:00-08:00, or off.", param, ctx)
        return Quiet(first, last)


class WeeklyAt(NamedTuple):
    """When the weekly check comes; both None where it never does."""

    on: int | None
    at: time | None


def parse_weekly(words: Typed) -> WeeklyAt | None:
    """The weekday and the time that the words name: fri 16:00; neither for off."""
    text = plain(words)
    if text == "off":
        return WeeklyAt(None, None)
    day, _, clock = re.sub(r"^(?:on|every) ", "", text).partition(" ")
    on, at = parse_weekday(day), parse_clock(clock)
    return None if on is None or at is None else WeeklyAt(on, at)


class Weekly(Parsed[WeeklyAt]):
    """A weekday and a time, as "fri 16:00", or off."""

    name = "weekly"
    what = "is no weekday with a time"
    right = 'Write it as "fri 16:00", or off.'

    def parse(self, text: str) -> WeeklyAt | None:
        """The value that *text* names."""
        return parse_weekly(text)
