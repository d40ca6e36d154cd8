"""habit stop."""

import click

from habit_tracker.cli.app import App, pass_app


@click.command()
@pass_app
def stop(app: App) -> None:
    """Stop the reminder for now, and take its question off the screen.

    It starts again with your next login; `habit uninstall` ends that too.

    \b
    Examples:
      habit stop
    """
    from habit_tracker.domain.errors import HabitError
    from habit_tracker.reminder import service

    if not service.stop(app.home):
        raise HabitError("The reminder is not running. `habit start` starts it.")
    click.echo("The reminder has stopped. `habit start` starts it again.")
