"""habit skip."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.render.nudges import SKIPPED


@click.command()
@pass_app
def skip(app: App) -> None:
    """Not today: no question any more, while the day still counts.

    \b
    Examples:
      habit skip
    """
    from habit_tracker.actions import nudges

    app.act(nudges.skip)
    click.echo(SKIPPED)
