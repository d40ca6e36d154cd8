"""habit snooze."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.snoozing import For, Snooze, Until

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session

HALF_AN_HOUR = timedelta(minutes=30)


@click.command()
@click.argument("when", cls=Phrase, metavar="[30m | until 18:00]", type=Snooze())
@pass_app
def snooze(app: App, when: For | Until | None) -> None:
    """Put today's question off.

    By half an hour, by the time you name, or until a time of day; never over the end of the day.

    \b
    Examples:
      habit snooze
      habit snooze 45
      habit snooze 1h30m
      habit snooze until 18:00
    """
    from habit_tracker.actions import nudges
    from habit_tracker.cli.render.nudges import snoozed_words

    nudge = app.act(nudges.snooze, partial(_instant, when))
    click.echo(snoozed_words(nudge, app.moment))


def _instant(when: For | Until | None, session: Session, comes: datetime) -> datetime:
    """The UTC instant that was named; else half an hour after now, or after the question's own time."""
    if isinstance(when, Until):
        at = session.calendar.at(session.today, when.at)
        start, end = session.calendar.start_of(session.today), session.calendar.end_of(session.today)
        return end if at == start else at  # the time at which the day begins is the one at which it ends
    return comes + (when.interval if when else HALF_AN_HOUR)
