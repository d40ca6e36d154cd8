"""habit delete."""

import sys

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.numbers import WIN_NUMBER
from habit_tracker.domain.words import day_words, near_day


@click.command()
@click.argument("number", metavar="ID", type=WIN_NUMBER)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def delete(app: App, number: int, yes: bool) -> None:
    """Delete a win, after asking.

    \b
    Examples:
      habit delete 12
      habit delete 12 --yes
    """
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import journal
    from habit_tracker.storage.history import history

    with app.reading() as session:
        win = journal.get(session.connection, number)
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError(f"Deleting asks first. Without a terminal, write: habit delete {number} --yes")
        click.echo("\n".join(win_lines([win], session.today)))
        click.confirm("Delete it?", abort=True)
    with app.writing() as session:
        journal.delete(session.connection, journal.get(session.connection, number), app.moment.now)
        words = f"deleted win {number}, {day_words(win.day, session.today)}"
        history.record(session.connection, words, app.moment.now)
    click.echo(f"Deleted win {number}, {near_day(win.day, session.today)}.")
