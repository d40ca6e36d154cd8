"""Plain text in which a date begins each win: `2026-11-20 What I did`, or the words on the lines below."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from habit_tracker.domain.days.local_time import NOON, exact_instant
from habit_tracker.transfer.entry import CUT, BadLine, Entry, Found, Person, tried
from habit_tracker.transfer.source import Source, lines
from habit_tracker.transfer.when import parse_day

NAME = "plain text with a date per line"
_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s*:\s*|\s+|$)(.*)")


def recognises(source: Source) -> bool:
    """Whether it begins with a date."""
    return _DATED.match(source.text.lstrip()[:2000]) is not None


def read(source: Source, person: Person) -> Iterator[Found]:
    """Each date with the words up to the next; the last one is bad where it may be cut off."""
    begin, day, words = 0, "", [""]
    for number, line in enumerate(lines(source.text), 1):
        if dated := _DATED.match(line.lstrip()):
            if day:
                yield tried(f"line {begin}", _entry, day, words, person)
            begin, day, words = number, dated[1], [dated[2]]
        else:
            words.append(line)
    whole = source.text.endswith(("\n", "\r"))
    yield tried(f"line {begin}", _entry, day, words, person) if whole else BadLine(f"line {number}", CUT)


def _entry(where: str, day: str, words: list[str], person: Person) -> Found:
    text = "\n".join(line.rstrip() for line in words).strip()
    day, on, logged_at = _noon(day, person)
    return Entry(where, on, text, logged_at, person.zone_name, "text", identity=(day, text))


@lru_cache(maxsize=1000)
def _noon(day: str, person: Person) -> tuple[str, date, datetime]:
    """The day of that name, and its noon; many wins share them."""
    return day, parse_day(day), exact_instant(parse_day(day), NOON, person.zone)
