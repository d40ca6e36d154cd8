"""habit undo, habit history."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json


@click.command()
@pass_app
def undo(app: App) -> None:
    """Take back the last change, whatever it was.

    Again, it takes back the one before.

    \b
    Examples:
      habit undo
      habit history     what there is to take back
    """
    from habit_tracker.cli.render.history import taken_back
    from habit_tracker.storage.undo import undo as take_back

    app.take_replies()
    click.echo(taken_back(take_back(app.database, app.moment.now)))


@click.command()
@click.option("-n", "most", type=click.IntRange(1), default=20, show_default=True, help="At most so many changes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def history(app: App, most: int, as_json: bool) -> None:
    """List what you changed, newest first.

    `habit undo` takes back the last.

    \b
    Examples:
      habit history
      habit history -n 5
      habit history --json
    """
    from habit_tracker.cli.render.history import history_lines
    from habit_tracker.storage.history import newest

    with app.reading() as opened:
        found = newest(opened.connection, most)
    if as_json:
        print_json([{"at": one.at, "words": one.words, "undone_at": one.undone_at} for one in found])
    else:
        click.echo("\n".join(history_lines(found, app.moment.zone)))
