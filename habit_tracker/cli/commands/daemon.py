"""habit daemon."""

import click

from habit_tracker.cli.app import App, pass_app


@click.command()
@click.option("--detached", is_flag=True, hidden=True)
@pass_app
def daemon(app: App, detached: bool) -> None:
    """Run the reminder in the foreground, until Ctrl+C.

    For a service manager, or to watch what it does. `habit start` runs the same in the background.

    \b
    Examples:
      habit daemon
    """
    from habit_tracker.reminder.daemon import run
    from habit_tracker.reminder.lock import AlreadyRunningError
    from habit_tracker.reminder.spawn import detach

    try:
        run(app.home, detach if detached else lambda: None, echo=not detached)
    except AlreadyRunningError as error:
        if detached:
            raise
        click.echo(str(error), err=True)  # no failure: a service manager would start it again and again
