"""habit ask."""

import sys

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.desktop.notifications.messages import Request


@click.command()
@pass_app
def ask(app: App) -> None:
    """Ask you now, in a small window or in the terminal.

    Where a question of today is on the screen already, this answers it.

    \b
    Examples:
      habit ask
    """
    from habit_tracker.cli.answered import say_what_came_of_it
    from habit_tracker.domain.nudges.snooze import open_now
    from habit_tracker.reminder.requests import asked_now
    from habit_tracker.storage import journal, ledger

    with app.reading() as session:
        before, today = journal.days(session.connection), session.today
        nudge = open_now(ledger.since(session.connection, today))
    request = asked_now(today, app.moment, app.home.inbox, nudge)
    choice = _choice(request)
    click.echo(say_what_came_of_it(app, request, before, choice) if choice else "Nothing was logged.")


def _choice(request: Request) -> str | None:
    """What the person chose, in the window or else in the terminal; it lies in the inbox now."""
    from habit_tracker.cli.answered import keep
    from habit_tracker.cli.commands.log import ask_in_terminal
    from habit_tracker.desktop.window.process import ask as ask_in_window

    outcome = ask_in_window(request)
    if outcome.failed is None:
        return outcome.choice
    if not sys.stdin.isatty():
        raise click.UsageError(f'No window can be opened here: {outcome.failed}. Write: habit log "What you did"')
    keep(request, ask_in_terminal())
    return "answer"
