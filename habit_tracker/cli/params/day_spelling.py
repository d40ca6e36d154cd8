"""Days with a slip or two in their words."""

from collections.abc import Callable

import click

from habit_tracker.cli.params.text import plain
from habit_tracker.cli.spelling import closest
from habit_tracker.domain.words import MONTH_NAMES, WEEKDAY_NAMES

_KNOWN = [
    *("today", "tonight", "yesterday", "tomorrow", "last", "this", "next", "days", "week", "weeks", "ago"),
    *(name.lower() for name in (*WEEKDAY_NAMES, *MONTH_NAMES)),
]
_LONGEST = max(map(len, _KNOWN)) + 2
"""No word of a day has more letters, even with two too many."""


def respelled(text: str, parse: Callable[[str], object]) -> str | None:
    """What *parse* can read once the slips in the words of *text* are mended."""
    words = plain(text).split()
    if max(map(len, words), default=0) > _LONGEST:
        return None
    mended = " ".join((closest(word, _KNOWN) or [word])[0] if word.isalpha() else word for word in words)
    try:
        return mended if parse(mended) else None
    except click.UsageError:
        return None
