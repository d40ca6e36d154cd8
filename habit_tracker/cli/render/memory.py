"""How a win is brought back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from habit_tracker.cli.render.lines import beginning
from habit_tracker.cli.render.wins import capitalised, numbered
from habit_tracker.domain.progress.memory import Memory
from habit_tracker.domain.words import day_words, short_day


def memory_lines(memory: Memory | None, today: date, width: int) -> Iterator[str]:
    """The page of `habit remember`."""
    if memory is None:
        yield 'Nothing to bring back yet: habit log "What you did"'
        return
    day = day_words(memory.win.day, today)
    yield click.style(f"{capitalised(memory.ago)}, {day}" if memory.ago else day, bold=True)
    yield from numbered(memory.win, width)


def memory_line(memory: Memory, today: date, width: int) -> str:
    """The same in one line."""
    when = capitalised(memory.ago or short_day(memory.win.day, today))
    return beginning(click.style(f"{when}: ", dim=True), memory.win.text, width)


def memory_object(memory: Memory | None) -> dict[str, Any]:
    """The same in the stable form for programs."""
    return {"ago": memory and memory.ago, "win": memory and memory.win}
