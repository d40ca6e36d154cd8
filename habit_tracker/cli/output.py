"""What goes to the screen: JSON for programs, safe text of the right width for people."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import click

from habit_tracker.domain.words import day_words

NARROWEST, WIDEST = 40, 100
_REORDERING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def print_json(value: Any) -> None:
    """Print *value* as JSON; named tuples become objects, dates and instants ISO text."""
    import json

    click.echo(json.dumps(_plain(value), indent=2))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def print_page(lines: Iterable[str], as_of: date | None = None) -> None:
    """Print the *lines*, below the day *as_of* where the person looks back."""
    above = [click.style(f"As of {day_words(as_of)} {as_of.year}", italic=True), ""] if as_of else []
    click.echo("\n".join([*above, *lines]))


def width(widest: int = WIDEST) -> int:
    """The columns to fill: those of the terminal, within what reads well."""
    import shutil

    return max(NARROWEST, min(widest, shutil.get_terminal_size().columns))


def printable(text: str) -> str:
    """*text* without anything that could steer the terminal or reorder the line."""
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import category

    return "".join(char if _harmless(char, category(char)) else "\N{REPLACEMENT CHARACTER}" for char in text)


def _harmless(char: str, category: str) -> bool:
    return char == "\n" or (category not in {"Cc", "Cs"} and char not in _REORDERING)


def wrapped(text: str, first: str, following: str, columns: int) -> Iterator[str]:
    """Lines of at most *columns* columns; the first begins with *first*, the others with *following*."""
    room = columns - len(click.unstyle(first))
    parts = printable(text).split("\n")
    lines = [line for part in parts for line in _broken(part, room) or [""]]
    for number, line in enumerate(lines):
        yield (following if number else first) + line


def _broken(text: str, room: int) -> list[str]:
    """*text* in lines of *room* columns. A path keeps its hyphens: broken there, it could not be copied."""
    if text.isascii() and len(text) <= room:
        return [text]
    if text.isascii():
        from textwrap import wrap as wrap_ascii  # most wins, at a small part of the cost

        return wrap_ascii(text, room, break_on_hyphens=False)
    from wcwidth import wrap

    return wrap(text, room, break_on_hyphens=False)
