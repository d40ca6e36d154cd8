"""The wins as Markdown to read: a heading for each month and day, oldest first, no mark-up of a win in force."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any
from unicodedata import category

from sqlalchemy import Connection

from habit_tracker.domain.words import MONTH_NAMES, day_words
from habit_tracker.storage.rows import wins_of_days
from habit_tracker.transfer.export import Days

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What means something anywhere; colons of addresses and of :emoji:; what means something where a line begins.
_ANYWHERE = re.compile(r"[\\`*_\[\]{}|~$^@#]|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)
_ORDERED = re.compile(r"[0-9]{1,9}(?=[.)])")
_REORDERING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def chunks(connection: Connection, days: Days) -> Iterator[str]:
    """The Markdown, day by day; deleted wins are left out."""
    yield "# Wins\n"
    wins = wins_of_days(connection, *days)
    for (year, month), of_month in groupby(wins, key=lambda win: (win["day"].year, win["day"].month)):
        yield f"\n## {MONTH_NAMES[month - 1]} {year}\n"
        for day, of_day in groupby(of_month, key=lambda win: win["day"]):
            yield f"\n### {day_words(day)}\n\n"
            yield from map(_item, of_day)


def _item(win: Mapping[str, Any]) -> str:
    """The win as one item of a list; its further lines stay inside."""
    confidence = f" ({win['confidence']}/5)" if win["confidence"] else ""
    lines = [escaped(line) for line in win["text"].split("\n")]
    return "- " + "".join(_joined(lines)) + confidence + (" ★" if win["chosen"] else "") + "\n"


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines with a break after each (two spaces) but before and after empty ones, which part paragraphs."""
    yield lines[0]
    for before, line in pairwise(lines):
        yield ("  \n  " if before and line else "\n" + "  " * bool(line)) + line


def escaped(line: str) -> str:
    """*line* so that Markdown shows it as it is. Space before it becomes hard, or it would be read as code."""
    visible = "".join(char if _harmless(char) else "\N{REPLACEMENT CHARACTER}" for char in line.expandtabs(4))
    words = visible.lstrip()
    hard = "\N{NO-BREAK SPACE}" * (len(visible) - len(words)) if words else ""
    return hard + _start(_ANYWHERE.sub(r"\\\g<0>", words.translate(_ENTITIES).rstrip()))


def _start(line: str) -> str:
    """*line* with what would make it a list, a heading or a rule undone."""
    number = _ORDERED.match(line)
    place = number.end() if number else 0
    return line[:place] + "\\" + line[place:] if number or line[:1] in {"-", "+", "=", ":"} else line


def _harmless(char: str) -> bool:
    return category(char) not in {"Cc", "Cs"} and char not in _REORDERING
