"""How changes are listed."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

import click

from habit_tracker.cli.render.lines import beginning, wrapped
from habit_tracker.domain.change import Change


def history_lines(changes: Iterable[Change], zone: tzinfo, width: int) -> Iterator[str]:
    """The changes with their local times, in the order given."""
    empty = True
    for change in changes:
        empty = False
        at = f"{change.at.astimezone(zone):%Y-%m-%d %H:%M}  "
        words = change.words + (" (taken back)" if change.undone_at else "")
        lines = wrapped(words, at, " " * len(at), width)
        yield from (click.style(line, dim=True) if change.undone_at else line for line in lines)
    if empty:
        yield "Nothing was changed yet."


def turned_line(verb: str, words: str, texts: list[str], width: int) -> str:
    """`Took back: deleted win 12, Monday 23 November: Shared my idea`; the text only where it is of one win."""
    return beginning(f"{verb}: {words}: ", texts[0], width) if len(texts) == 1 else f"{verb}: {words}."
