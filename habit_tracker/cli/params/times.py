"""Times of day and lengths of time: text becomes a value, or one sentence that says what would have been right."""

import re
from datetime import time, timedelta
from typing import Any, NamedTuple

import click

from habit_tracker.cli.params.days import parse_weekday
from habit_tracker.domain.nudges.quiet import Quiet


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
