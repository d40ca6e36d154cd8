"""How found wins are shown, each word that was looked for marked in its text."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import click

from habit_tracker.cli.render.lines import printable, wrapped
from habit_tracker.cli.render.wins import win_lines
from habit_tracker.domain.progress.tags import tags
from habit_tracker.domain.progress.win import Win

Span = tuple[int, int]
Found = tuple[Win, list[Span]]
"""A win, and where in its text the words stand."""
MARK: dict[str, Any] = {"fg": "magenta"}


def found_lines(found: Iterable[Found], today: date, width: int, *, more: bool = False) -> Iterator[str]:
    """The wins in the order given, and that there are *more*."""
    wins = dict(found)
    yield from win_lines(wins, today, width, lambda win, lines: marked(lines, win.text, wins[win]))
    if more:
        yield ""
        yield from wrapped("There are more: -n takes another number, as in -n 100.", "", "", width)


def nothing_lines(query: str, meant: str | None, width: int) -> Iterator[str]:
    """That nothing was found, and what was perhaps *meant*, as the command that looks for it."""
    yield from wrapped(f"No win found: {query}", "", "  ", width)
    if meant:
        from shlex import join

        yield from wrapped(f"Did you mean: {join(['habit', 'search', meant])}", "", "  ", width)


def search_object(query: str, wins: list[Win], meant: str | None) -> dict[str, Any]:
    """The same in the stable form for programs."""
    found = [
        {"id": win.id, "uid": win.uid, "day": win.day, "text": win.text, "confidence": win.confidence}
        | {"tags": tags(win.text)}
        for win in wins
    ]
    return {"query": query, "wins": found, "did_you_mean": meant}


def marked(lines: list[str], text: str, spans: list[Span]) -> Iterator[str]:
    """The *lines* into which *text* was wrapped, with the *spans* of it marked.

    Wrapping changes nothing but white space, so that every other character is found again by counting.
    """
    shown = enumerate(printable(text))
    inside = [any(start <= at < end for start, end in spans) for at, char in shown if not char.isspace()]
    at = 0
    for line in lines:
        letters = sum(not char.isspace() for char in line)
        yield "".join(_runs(line, inside[at : at + letters]))
        at += letters


def _runs(line: str, inside: list[bool]) -> Iterator[str]:
    """The pieces of *line*, the marked ones styled; a space between two marked characters is marked, too."""
    rest = iter(inside)
    flags = [not char.isspace() and next(rest, False) for char in line]
    flags = [
        flag or (line[at].isspace() and all(flags[at - 1 : at + 2 : 2]) and 0 < at < len(line) - 1)
        for at, flag in enumerate(flags)
    ]
    for flag, group in groupby(zip(line, flags, strict=True), key=itemgetter(1)):
        piece = "".join(char for char, _ in group)
        yield click.style(piece, **MARK) if flag else piece
