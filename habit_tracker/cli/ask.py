"""habit ask."""

import sys

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.days import DayAsked
from habit_tracker.cli.log import ask_in_terminal, store
from habit_tracker.domain.text import clean_text


@click.command()
@pass_app
def ask(app: App) -> None:
    """Ask you now, in a small window or in the terminal.

    \b
    Examples:
      habit ask
    """
    if (trouble := _in_window(app)) is None:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(f'No window can be opened here: {trouble}. Write: habit log "What you did"')
    click.echo(store(app, clean_text(ask_in_terminal()), DayAsked(back=0), None))


def _in_window(app: App) -> str | None:
    """Ask in the answer window and say what came of it; the reason, where no window can be opened."""
    from habit_tracker.cli.render.logged import logged
    from habit_tracker.desktop.asking import ask as ask_in_window
    from habit_tracker.domain.streaks import standing
    from habit_tracker.reminder.words import asked_now
    from habit_tracker.storage import journal

    with app.reading() as opened:
        before, today = journal.days(opened.connection), opened.today
    outcome = ask_in_window(asked_now(today, app.moment, app.home.inbox))
    if outcome.failed or outcome.choice != "answer":
        click.echo("Nothing was logged." if not outcome.failed else "", nl=not outcome.failed)
        return outcome.failed
    app.take_replies()
    with app.reading() as opened:
        win = journal.between(opened.connection, today, today, most=1)[0]
        after = journal.days(opened.connection)
    was, now = standing(opened.calendar, before, today), standing(opened.calendar, after, today)
    click.echo(logged(win, was, now, again=today in before))
    return None
