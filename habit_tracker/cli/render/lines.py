"""Lines that fit: what every page is made of. The widths are columns of a terminal."""

from collections.abc import Callable, Iterator

import click

SHORTEST = 20
"""Columns of a text that are worth beginning it beside something else."""
MOST_SIGNS = 8
"""Characters that are looked at for one column: a letter with all its accents."""
LONGEST_WORD, LONGEST_ERROR = 255, 1000
"""Characters: a path of usual length stays whole, to be copied."""
_REORDERING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def printable(text: str) -> str:
    """*text* without anything that could steer the terminal or reorder the line."""
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import category

    return "".join(char if _harmless(char, category(char)) else "\N{REPLACEMENT CHARACTER}" for char in text)


def bounded(text: str) -> str:
    """*text* as long as an error may be: in words that are too long, and in the whole, the middle is left out."""
    words = [word if len(word) <= LONGEST_WORD else _ends(word, LONGEST_WORD) for word in text.split(" ")]
    whole = " ".join(words)
    return whole if len(whole) <= LONGEST_ERROR else _ends(whole, LONGEST_ERROR)


def _ends(text: str, most: int) -> str:
    return f"{text[: most // 2]}…{text[-most // 2 :]}"


def _harmless(char: str, category: str) -> bool:
    return char == "\n" or (category not in {"Cc", "Cs"} and char not in _REORDERING)


def wrapped(text: str, first: str, following: str, width: int) -> Iterator[str]:
    """Lines of at most *width* columns; the first begins with *first*, the others with *following*."""
    room = width - len(click.unstyle(first))
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


def labelled(label: str, text: str, width: int) -> Iterator[str]:
    """*text* beside its label, wrapped below itself."""
    yield from wrapped(text, click.style(f"{label:<12}", dim=True), " " * 12, width)


def beginning(head: str, text: str, width: int) -> str:
    """*head* and as much of the text's first line as fits beside it, or below it where too little would."""
    room = width - len(click.unstyle(head))
    if room < SHORTEST:
        return "\n".join([*wrapped(head.rstrip(), "", "", width), f"  {_first_line(text, width - 2)}"])
    return head + _first_line(text, room)


def _first_line(text: str, room: int) -> str:
    """The first line of *text*, or its beginning and "…" in *room* columns."""
    first, _, rest = printable(text).partition("\n")
    return _cut(first + ("…" if rest else ""), room)


def _cut(line: str, room: int) -> str:
    """*line*, or its beginning and "…" in *room* columns."""
    columns: Callable[[str], int] = len
    if not line.removesuffix("…").isascii():
        from wcwidth import wcswidth

        columns = wcswidth
    shown = line[: room * MOST_SIGNS]
    if shown == line and columns(line) <= room:
        return line
    while shown and columns(shown) > room - 1:
        shown = shown[:-1]
    return shown.rstrip() + "…"
