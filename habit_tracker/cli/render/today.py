"""Today at a glance."""

from collections.abc import Iterator

import click

from habit_tracker.cli.render.breaks import fill_in_lines
from habit_tracker.cli.render.lines import wrapped
from habit_tracker.cli.render.memory import memory_line
from habit_tracker.cli.render.status import today_words
from habit_tracker.cli.render.streak import current_lines, day_lines, standing_lines
from habit_tracker.cli.render.wins import numbered
from habit_tracker.domain.progress.memory import Memory
from habit_tracker.domain.progress.outlook import Outlook
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.progress.win import Win

LABEL = 13


def today_lines(
    now: Standing,
    ahead: Outlook,
    wins: list[Win],
    before: Memory | None,
    next_question: str | None,
    called: str,
    width: int,
) -> Iterator[str]:
    """The page of `habit` alone, which is *called* by these words; without a reminder no question is next.

    A win from *before* is brought back in one line.
    """
    yield click.style(today_words(now.as_of, ahead.today_ends), bold=True)
    for win in wins:
        yield from numbered(win, width)
    yield ""
    yield from day_lines(now, ahead, width)
    if now.longest:
        yield from current_lines(now, width)
        yield from standing_lines(now, ahead, width)
        yield from fill_in_lines(now, now.fresh_gap, width, called=called)
    if before:
        yield ""
        yield memory_line(before, now.as_of, width)
    yield ""
    if not now.won_today:
        yield from _hint("Log a win:", f'{called} log "What you did"', width)
    if next_question:
        yield from wrapped(next_question, f"{'Asked next:':<{LABEL}}", " " * LABEL, width)
    else:
        yield from _hint("Be asked:", f"{called} start", width)


def _hint(label: str, command: str, width: int) -> Iterator[str]:
    """The command beside its label, or below it: in one piece, to be copied."""
    beside = LABEL + len(command) <= width
    yield from [f"{label:<{LABEL}}{command}"] if beside else [label, f"  {command}"]
