"""Lengths of time: text becomes a value, or one sentence that says what would have been right."""

import re
from datetime import timedelta
from typing import Any

import click

from habit_tracker.cli.params.calendar_words import COUNTS
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=12)
_HOURS = r"(?:([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h|hrs?|hours?))?"
_MINUTES = r"(?:([0-9]{1,3}) ?(?:m|mins?|minutes?)?\.?)?"
_IDIOMS = {
    **dict.fromkeys(("half an hour", "half hour", "a half hour", "half h"), "30m"),
    **dict.fromkeys(("a quarter of an hour", "quarter of an hour", "quarter hour", "a quarter hour"), "15m"),
    **dict.fromkeys(("three quarters of an hour", "three quarters", "3/4 h"), "45m"),
    **dict.fromkeys(("an hour and a half", "one and a half hours", "1 1/2 hours", "one hour and a half"), "90m"),
}


def parse_interval(words: Typed) -> timedelta | None:
    """The length of time that the words name, from one minute to twelve hours.

    A bare number counts minutes: 30, 30m, 90 minutes, 2h, 1h30m, 1.5h, half an hour.
    """
    text = re.sub(r"^(?:for|by|in) ", "", plain(words))
    text = _IDIOMS.get(text, text)
    text = " ".join(str(COUNTS.get(word, word)) for word in text.split() if word != "and")
    found = re.fullmatch(f"{_HOURS} ?{_MINUTES}", text)
    if not found:
        return None
    wait = timedelta(hours=float((found[1] or "0").replace(",", ".")), minutes=int(found[2] or 0))
    return timedelta(minutes=round(wait / SHORTEST)) if SHORTEST <= wait <= LONGEST else None


class Interval(Parsed[timedelta]):
    """A length of time, from a minute to half a day: 30m, 2h or 1h30m."""

    name = "interval"
    what = "is not a length of time from 1m to 12h"
    right = "Write it as 30m, 2h or 1h30m."

    def parse(self, text: str) -> timedelta | None:
        """The value that *text* names."""
        return parse_interval(text)


class FollowUp(click.ParamType["timedelta | None"]):
    """How long after the question its follow-up comes, or off."""

    name = "follow-up"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta | None:
        """The length of time; None for off."""
        return None if plain(value) == "off" else Interval().convert(value, param, ctx)
