"""habit snooze."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.times import Clock, Interval

if TYPE_CHECKING:
    from habit_tracker.actions.nudges import Until
    from habit_tracker.storage.session import Session


@click.command()
@click.argument("when", nargs=-1, metavar="[30m | until 18:00]")
@pass_app
def snooze(app: App, when: tuple[str, ...]) -> None:
    """Put today's question off.

    By half an hour, by the time you name, or until a time of day; never over the end of the day.

    \b
    Examples:
      habit snooze
      habit snooze 1h30m
      habit snooze until 18:00
    """
    from habit_tracker.actions import nudges
    from habit_tracker.cli.render.nudges import snoozed_words
    from habit_tracker.reminder.spawn import wake

    nudge = app.act(nudges.snooze, _until(when))
    wake(app.home)
    click.echo(snoozed_words(nudge, app.moment))


def _until(when: tuple[str, ...]) -> Until:
    """What the words name, as an instant of the day on which they are said."""
    if when[:1] == ("until",):
        at = Clock().convert(" ".join(when[1:]), None, None)
        return lambda session, _: session.calendar.at(session.today, at)
    wait = Interval().convert("".join(when) or "30m", None, None)

    def after(_: Session, comes: datetime) -> datetime:
        return comes + wait

    return after
