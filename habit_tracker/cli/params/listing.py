"""Which rows of a list: the newest so many, or those of some days."""

import re
from typing import NamedTuple

from habit_tracker.cli.params.numbers import parse_number
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.ranges import RangeAsked, parse_range
from habit_tracker.cli.params.text import Typed, plain


class Listed(NamedTuple):
    """At most so many, or the days; None leaves it open."""

    most: int | None = None
    days: RangeAsked | None = None


def parse_listed(words: Typed) -> Listed | None:
    """How many or which days the words name: 10, last week, november. Raises UsageError for days too far away."""
    text = plain(words)
    if days := parse_range(text):
        return Listed(days=days)  # 2026 is a year
    most = parse_number(re.sub(r"^(?:the )?last ", "", text))
    return Listed(most) if most else None


class Listing(Parsed[Listed]):
    """How many, or which days."""

    name = "which"
    what = "is no number and no days"
    right = "Write 10 for the newest ten, or days: last week, november, 2026-11-20."

    def parse(self, text: str) -> Listed | None:
        """The value that *text* names."""
        return parse_listed(text)
