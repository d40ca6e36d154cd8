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
    from habit_tracker.cli.render.history import taken_back
    from habit_tracker.storage.history.undo import undo as take_back

    app.take_replies()
    click.echo(taken_back(take_back(app.database, app.moment.now)))
