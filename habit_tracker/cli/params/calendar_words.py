"""The words of the calendar, and a text as the sequence of its kinds of word: `20th Nov` is `n m`."""

import re
from typing import NamedTuple

from habit_tracker.cli.params.text import Typed, plain
from habit_tracker.cli.params.weekdays import parse_weekday
from habit_tracker.domain.words import MONTH_NAMES

UNITS = {"day": (1, 0), "week": (7, 0), "fortnight": (14, 0), "month": (0, 1), "year": (0, 12)}
"""Each as so many days and so many months."""
COUNTS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1}
LONGEST = 60
"""Characters that a day or two may have: `from wednesday 30 september 2026 to wednesday 7 october 2026`."""
MOST_DIGITS = 6
"""Nobody counts days that far."""
_COUNTING = {"n", "y", "i", "a"}
_MONTHS = [name.lower() for name in MONTH_NAMES]
_TOKEN = r"[0-9]+(?:st|nd|rd|th)\b|[0-9]+|[a-z]+\.?|\S"  # noqa: S105  no password
_SILENT = {"the", "of", "on", ","}
_LITERAL = {"ago", "in", "from", "now", "last", "this", "next"}


class Shape(NamedTuple):
    """The *kinds* of the words, and the numbers that they mean, in order.

    n is a number of one or two digits, y one of four, i another, o an ordinal, c a count before a unit u, m a
    month, w a weekday; other signs and a few words stand for themselves, all else is ?.
    """

    kinds: str
    values: tuple[int, ...] = ()
    units: tuple[str, ...] = ()


class _Part(NamedTuple):
    kind: str
    value: int | None = None
    unit: str | None = None


def shape(words: Typed) -> Shape:
    """What kinds of word a text consists of. Beside a month's name no sign matters: `20-nov.-2026` is `n m y`."""
    text = plain(words)
    if len(text) > LONGEST:
        return Shape("?")
    parts = [_part(token) for token in re.findall(_TOKEN, text) if token not in _SILENT]
    if any(part.kind == "m" for part in parts):
        parts = [part for part in parts if part.kind not in {".", "-", "/"}]
    followed = [part.unit for part in parts[1:]] + [None]
    kinds = [
        "c" if unit and part.kind in _COUNTING else part.kind for part, unit in zip(parts, followed, strict=False)
    ]
    values = tuple(part.value for part in parts if part.value is not None)
    return Shape(" ".join(kinds), values, tuple(part.unit for part in parts if part.unit))


def _part(token: str) -> _Part:
    """One word or sign by itself."""
    if token[0] in "0123456789":
        return _number(token)
    word = token.rstrip(".") or token
    if (unit := word.removesuffix("s")) in UNITS:
        return _Part("u", unit=unit)
    if (weekday := parse_weekday(word)) is not None:
        return _Part("w", weekday)
    if (month := parse_month(word)) is not None:
        return _Part("m", month)
    if word in COUNTS:
        return _Part("a", COUNTS[word])
    return _Part(token if token in _LITERAL or not token.isalnum() else "?")


def _number(token: str) -> _Part:
    digits = token.rstrip("stndrh")
    if len(digits) > MOST_DIGITS:
        return _Part("?")
    kind = {1: "n", 2: "n", 4: "y"}.get(len(digits), "i")
    return _Part("o" if digits != token else kind, int(digits))


def parse_month(word: str) -> int | None:
    """The number of the month that *word* names, in full or by at least its first three letters."""
    fits = [name.startswith(word) and len(word) >= 3 for name in _MONTHS]  # noqa: PLR2004  jun, jul
    return fits.index(True) + 1 if any(fits) else None
