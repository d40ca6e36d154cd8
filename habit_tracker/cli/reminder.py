"""habit start, habit stop, habit status, habit daemon."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json


@click.command()
@pass_app
def start(app: App) -> None:
    """Start the reminder: from now on you are asked every day.

    It goes on in the background until `habit stop`, or until you log out.

    \b
    Examples:
      habit start
    """
    from habit_tracker.cli.render.status import started_lines
    from habit_tracker.reminder import background
    from habit_tracker.reminder.instance import running

    if running(app.home) is None:
        with app.writing():
            pass  # whatever is wrong with the database is said here, and not in a log
        background.start(app.home)
        click.echo("The reminder has started.")
    else:
        click.echo("The reminder is already running.")
    click.echo("\n".join(started_lines(app.coming(), app.moment, app.why_not())))


@click.command()
@pass_app
def stop(app: App) -> None:
    """Stop the reminder, and take its question off the screen.

    \b
    Examples:
      habit stop
    """
    from habit_tracker.reminder import background

    background.stop(app.home)
    click.echo("The reminder has stopped. `habit start` starts it again.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def status(app: App, as_json: bool) -> None:
    """Say whether the reminder runs, and when it asks next.

    \b
    Examples:
      habit status
      habit status --json
    """
    from habit_tracker.cli.render.status import status_lines, status_object
    from habit_tracker.reminder.instance import running

    found, coming, why_not = running(app.home), app.coming(), app.why_not()
    if as_json:
        print_json(status_object(found, coming, app.moment, why_not, app.home))
    else:
        click.echo("\n".join(status_lines(found, coming, app.moment, why_not, app.home)))


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
    from habit_tracker.reminder.background import detach
    from habit_tracker.reminder.process import run

    run(app.home, detach if detached else lambda: None, echo=not detached)
