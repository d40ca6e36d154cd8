"""habit snooze, habit skip."""

from collections.abc import Callable
from datetime import datetime

import click

from habit_tracker.cli.app import App, Open, pass_app
from habit_tracker.cli.clocks import Clock, Interval
from habit_tracker.domain.asking import View
from habit_tracker.domain.nudge import Nudge
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
    from habit_tracker.domain.putting_off import put_off

    rows = _settle(app, lambda view, opened: put_off(view, _until(when, app, opened)))
    local = rows[-1].due_at.astimezone(app.moment.zone)
    click.echo(f"You are asked at {clock(local.time())} ({app.moment.zone_name}).")


def _until(when: tuple[str, ...], app: App, opened: Open) -> datetime:
    """The UTC instant that the words name."""
    if when[:1] == ("until",):
        at = Clock().convert(" ".join(when[1:]), None, None)
        return opened.calendar.at(opened.today, at)
    return app.moment.now + Interval().convert("".join(when) or "30m", None, None)


@click.command()
@pass_app
def skip(app: App) -> None:
    """Not today: no question any more, while the day still counts.

    \b
    Examples:
      habit skip
    """
    from habit_tracker.domain.putting_off import skip as skip_today

    _settle(app, lambda view, _: skip_today(view))
    click.echo('Nothing more is asked today. A win still counts: habit log "What you did"')


def _settle(app: App, change: Callable[[View, Open], list[Nudge]]) -> list[Nudge]:
    """Note in the ledger what *change* makes of today's question, and let the reminder see it."""
    from habit_tracker.domain.asking import decide
    from habit_tracker.reminder.background import wake
    from habit_tracker.storage import ledger
    from habit_tracker.storage.view import view

    with app.writing() as opened:
        seen = view(opened.connection, app.moment.now, app.moment.zone)
        # What came due before is noted first, for the next look begins at the newest row.
        ledger.write(opened.connection, decide(seen._replace(held="you were at the shell")).changes)
        rows = change(view(opened.connection, app.moment.now, app.moment.zone), opened)
        ledger.write(opened.connection, rows)
    wake(app.home)
    return rows
