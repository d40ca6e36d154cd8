"""Today at a glance."""

from collections.abc import Iterator

import click

from habit_tracker.cli.output import width, wrapped
from habit_tracker.cli.render.status import next_words
from habit_tracker.cli.render.streak import current_lines, day_lines
from habit_tracker.cli.render.wins import numbered
from habit_tracker.clock import Moment
from habit_tracker.domain.nudges.coming import Coming
from habit_tracker.domain.progress.outlook import Outlook
from habit_tracker.domain.progress.streaks import Standing
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import day_words
from habit_tracker.reminder.lock import Running


def today_lines(
    now: Standing, ahead: Outlook, wins: list[Win], coming: Coming | None, moment: Moment, found: Running | None
) -> Iterator[str]:
    """The page of `habit` alone."""
    yield click.style(day_words(now.as_of), bold=True)
    for win in wins:
        yield from numbered(win)
    yield ""
    yield from day_lines(now, ahead)
    if now.longest:
        yield from current_lines(now)
    yield ""
    if not now.won_today:
        yield 'Log a win:   habit log "What you did"'
    if found:
        yield from wrapped(next_words(coming, moment), "Asked next:  ", " " * 13, width())
    else:
        yield "Be asked:    habit start"
