"""The first `habit start` on a terminal: two questions, and a first look at what will come."""

import sys

import click

from habit_tracker.cli.app import App
from habit_tracker.cli.params.times import Clock
from habit_tracker.cli.params.weekdays import Weekdays


def is_first(app: App) -> bool:
    """Whether somebody starts the reminder for the first time, and can be asked."""
    from habit_tracker.storage import plans, settings

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    with app.reading() as session:
        planned = plans.all_plans(session.connection)
        return not planned and settings.get(session.connection, settings.REMINDING_SINCE) is None


def ask_for_plan(app: App) -> None:
    """Ask when, and on which days; Return takes what is proposed."""
    from habit_tracker.actions.plans import first_plan

    click.echo("Once a day you are asked for one thing that made you feel accomplished.\n")
    at = click.prompt("At what time?", default="17:00", type=Clock())
    weekdays = click.prompt("On which days? (daily, weekdays, mon,wed,fri)", default="daily", type=Weekdays())
    click.echo()
    app.act(first_plan, at, weekdays)


def show_first(app: App) -> None:
    """Show the question once, now, unless the first one comes at once anyway; the ledger does not have it."""
    from habit_tracker.desktop.notifications.gesture import gesture_here
    from habit_tracker.desktop.notifications.test_notification import SampleNotification
    from habit_tracker.reminder.requests import welcome

    coming = app.coming()
    if app.unavailable_reason() or (coming and coming.at <= app.moment.now):
        return
    asked = welcome(app.today(), app.moment, app.home.inbox, app.question())._replace(window=app.window())
    sample = SampleNotification(asked)
    sample.leave()
    if sample.report.report in {"shown", "sent"}:
        click.echo("The notification on your screen is what a question looks like.\nYou may answer it now.")
        click.echo(f"{gesture_here().words}.")
