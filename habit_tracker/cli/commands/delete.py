"""habit delete."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import ask_first, terminal_width
from habit_tracker.cli.params.numbers import WIN_NUMBER


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
    from habit_tracker.actions import wins
    from habit_tracker.cli.render.logged import deleted

    if not yes:
        ask_first("Deleting", f"habit delete {number} --yes", "Delete it?", _shown(app, number))
    done = app.act(wins.delete, number)
    click.echo(deleted(done.win, done.before, done.now, terminal_width()))


def _shown(app: App, number: int) -> str:
    """The win that is to go."""
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import journal

    with app.reading() as session:
        win = journal.get(session.connection, number)
    return "\n".join(win_lines([win], session.today, terminal_width()))
