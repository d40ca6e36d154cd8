"""Today at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.cli.render.status import next_words
from habit_tracker.cli.render.streak import current_lines, day_lines
from habit_tracker.cli.render.wins import numbered
from habit_tracker.domain.nudges.coming import Coming
from habit_tracker.domain.progress.outlook import Outlook
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import day_words

if TYPE_CHECKING:
    from habit_tracker.clock import Moment
    from habit_tracker.reminder.lock import Running


def today_lines(
    now: Standing,
    ahead: Outlook,
    wins: list[Win],
    coming: Coming | None,
    moment: Moment,
    found: Running | None,
    width: int,
) -> Iterator[str]:
    """The page of `habit` alone."""
    yield click.style(day_words(now.as_of), bold=True)
    for win in wins:
        yield from numbered(win, width)
    yield ""
    yield from day_lines(now, ahead, width)
    if now.longest:
        yield from current_lines(now, width)
    yield ""
    if not now.won_today:
        yield 'Log a win:   habit log "What you did"'
    if found:
        yield from wrapped(next_words(coming, moment), "Asked next:  ", " " * 13, width)
    else:
        yield "Be asked:    habit start"
