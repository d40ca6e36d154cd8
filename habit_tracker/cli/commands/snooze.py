"""habit snooze."""

from collections.abc import Callable
from datetime import datetime

import click

from habit_tracker.cli.app import App, Session, pass_app
from habit_tracker.cli.params.times import Clock, Interval
from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.words import clock


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
    from habit_tracker.domain.nudges.snooze import put_off

    rows = settle(app, lambda view, session: put_off(view, _until(when, app, session)))
    local = rows[-1].due_at.astimezone(app.moment.zone)
    click.echo(f"You are asked at {clock(local.time())} ({app.moment.zone_name}).")


def _until(when: tuple[str, ...], app: App, session: Session) -> datetime:
    """The UTC instant that the words name."""
    if when[:1] == ("until",):
        at = Clock().convert(" ".join(when[1:]), None, None)
        return session.calendar.at(session.today, at)
    return app.moment.now + Interval().convert("".join(when) or "30m", None, None)


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
