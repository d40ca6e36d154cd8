"""habit skip."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.commands.snooze import settle


@click.command()
@pass_app
def skip(app: App) -> None:
    """Not today: no question any more, while the day still counts.

    \b
    Examples:
      habit skip
    """
    from habit_tracker.domain.nudges.snooze import skip as skip_today

    settle(app, lambda view, _: skip_today(view))
    click.echo('Nothing more is asked today. A win still counts: habit log "What you did"')
