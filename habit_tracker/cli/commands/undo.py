"""habit undo."""

import click

from habit_tracker.cli.app import App, pass_app


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
    from habit_tracker.actions import data
    from habit_tracker.cli.render.history import taken_back

    click.echo(taken_back(app.act(data.undo)))
