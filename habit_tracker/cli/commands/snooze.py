"""habit snooze."""

from collections.abc import Callable
from datetime import datetime, timedelta

import click

from habit_tracker.cli.app import App, Session, pass_app
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.snoozing import For, Snooze, Until
from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.words import clock


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
    from habit_tracker.domain.nudges.snooze import put_off

    rows = settle(app, lambda view, session: put_off(view, _until(when, app, session)))
    local = rows[-1].due_at.astimezone(app.moment.zone)
    click.echo(f"You are asked at {clock(local.time())} ({app.moment.zone_name}).")


def _until(when: For | Until | None, app: App, session: Session) -> datetime:
    """The UTC instant that was named; else in half an hour."""
    if isinstance(when, Until):
        at = session.calendar.at(session.today, when.at)
        start, end = session.calendar.start_of(session.today), session.calendar.end_of(session.today)
        return end if at == start else at  # the time at which the day begins is the one at which it ends
    return app.moment.now + (when.interval if when else timedelta(minutes=30))


def settle(app: App, change: Callable[[View, Session], list[Nudge]]) -> list[Nudge]:
    """Note in the ledger what *change* makes of today's question, and let the reminder see it."""
    from habit_tracker.domain.nudges.decide import decide
    from habit_tracker.reminder.spawn import wake
    from habit_tracker.storage import ledger
    from habit_tracker.storage.view import view

    with app.writing() as session:
        seen = view(session.connection, app.moment.now, app.moment.zone)
        # What came due before is noted first, for the next look begins at the newest row.
        ledger.write(session.connection, decide(seen._replace(held="you were at the shell")).changes)
        rows = change(view(session.connection, app.moment.now, app.moment.zone), session)
        ledger.write(session.connection, rows)
    wake(app.home)
    return rows
