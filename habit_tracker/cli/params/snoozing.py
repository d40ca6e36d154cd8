"""How long a question is put off: by a length of time, or until a time of day."""

import re
from datetime import time, timedelta
from typing import Any, NamedTuple

import click

from habit_tracker.cli.params.intervals import Interval, parse_interval
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain
from habit_tracker.cli.params.times import Clock, parse_clock

_UNTIL = re.compile(r"^(?:until|till|til|'til|to|at|@)(?: |$)")


class For(NamedTuple):
    """By so much."""

    interval: timedelta


class Until(NamedTuple):
    """Until that local time."""

    at: time


def parse_snooze(words: Typed) -> For | Until | None:
    """By how long, or until when: 30, half an hour, until 18:00, 6pm. A bare number counts minutes."""
    text = plain(words)
    if _UNTIL.match(text):
        at = parse_clock(_UNTIL.sub("", text))
        return None if at is None else Until(at)
    if interval := parse_interval(text):
        return For(interval)
    at = None if re.fullmatch(r"[0-9]{1,2}", text) else parse_clock(text)
    return None if at is None else Until(at)


class Snooze(Parsed["For | Until"]):
    """A length of time or a time of day."""

    name = "when"
    what = Interval.what
    right = "Write it as 30m, 2h or 1h30m, or name a time: until 18:00."

    def parse(self, text: str) -> For | Until | None:
        """The value that *text* names."""
        return parse_snooze(text)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> For | Until:
        """The value; after `until` a time of day is meant."""
        if not (isinstance(value, str) and _UNTIL.match(plain(value))):
            return super().convert(value, param, ctx)
        return Until(Clock().convert(_UNTIL.sub("", plain(value)), param, ctx))
