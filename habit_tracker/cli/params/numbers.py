"""Whole numbers: which win, and how many."""

import re
from typing import Any

import click

from habit_tracker.cli.params.free_text import unmarked
from habit_tracker.cli.params.parsed import Parsed
from habit_tracker.cli.params.text import Typed, plain

CONFIDENCES = range(1, 6)
MOST_DIGITS = 18
"""Still a number for SQLite."""
HIGHEST = int("9" * MOST_DIGITS)


def parse_number(words: Typed) -> int | None:
    """The number from 1 on that the words name: 12, or #12."""
    digits = plain(words).removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        return None
    return int(digits) or None


class Count(Parsed[int]):
    """How many."""

    name = "number"
    what = "is no number"
    right = "Write a whole number from 1 on, as 10."

    def parse(self, text: str) -> int | None:
        """The value that *text* names."""
        return parse_number(text)


class Confidence(Parsed[int]):
    """How confident one feels: 4, or 4/5."""

    name = "1-5"
    what = "is no confidence"
    right = "Write a whole number from 1 to 5."

    def parse(self, text: str) -> int | None:
        """The value that *text* names."""
        number = parse_number(plain(text).removesuffix("/5"))
        return number if number in CONFIDENCES else None


class Confidences(Parsed[tuple[int, int]]):
    """A range of confidences, both ends included: 4..5, or 4 alone."""

    name = "range"
    what = "is no range of confidences"
    right = "Write 4..5, or 5 alone."

    def parse(self, text: str) -> tuple[int, int] | None:
        """The ends that *text* names, the lower first."""
        first, last = ([*re.split(r"\s*(?:\.\.|-|to)\s*", plain(text), maxsplit=1)] * 2)[:2]
        low, high = sorted(parse_number(end) or 0 for end in (first, last))
        return (low, high) if low in CONFIDENCES and high in CONFIDENCES else None


class WinNumber(Parsed[int]):
    """The number of a win."""

    name = "id"
    what = "is no number of a win"
    right = "`habit wins` shows the numbers."

    def parse(self, text: str) -> int | None:
        """The value that *text* names."""
        return parse_number(text)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; `-1` arrives marked where a text may follow."""
        return super().convert(unmarked(value) if isinstance(value, str) else value, param, ctx)


WIN_NUMBER = WinNumber()


class HowMany(click.IntRange):
    """How many of something to show at most; more than there can be is all."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, small enough for whoever counts with it."""
        number: int = super().convert(value, param, ctx)
        return min(number, HIGHEST)

    def _describe_range(self) -> str:
        """What the help says of it: click writes 1<=x<=530."""
        return f"{self.min} to {self.max}" if self.max else ""
