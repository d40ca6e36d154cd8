"""How wins are listed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import near_day

NOTES = 7
"""Columns that are kept free for what stands behind a win."""
Look = Callable[[Win, list[str]], Iterable[str]]
"""What becomes of the lines of a win's text."""


def _as_it_is(_: Win, lines: list[str]) -> list[str]:
    return lines


def win_lines(wins: Iterable[Win], today: date, width: int, look: Look = _as_it_is) -> Iterator[str]:
    """The wins under their days, in the order given."""
    empty = True
    for day, of_day in groupby(wins, key=lambda win: win.day):
        if not empty:
            yield ""
        empty = False
        yield click.style(capitalised(near_day(day, today)), bold=True)
        for win in of_day:
            yield from numbered(win, width, look)
    if empty:
        yield 'No wins here: habit log "What you did"'


def numbered(win: Win, width: int, look: Look = _as_it_is) -> Iterator[str]:
    """A win with its number, wrapped below itself."""
    number = f"{win.id:>5}  "
    behind = notes(win)
    room = width - len(number) - max(NOTES, len(click.unstyle(behind)))
    lines = list(wrapped(win.text, "", "", room))
    heads = [click.style(number, dim=True), *[" " * len(number)] * len(lines)]
    shown = [head + line for head, line in zip(heads, look(win, lines), strict=False)]
    shown[-1] += behind
    yield from shown


def notes(win: Win) -> str:
    """What stands behind a win: `  4/5`, and a star where it is the win of its week."""
    rating = click.style(f"  {win.confidence}/5", dim=True) if win.confidence else ""
    return rating + (click.style("  ★", fg="yellow") if win.chosen else "")


def capitalised(text: str) -> str:
    """*text* with a capital first letter."""
    return text[:1].upper() + text[1:]
