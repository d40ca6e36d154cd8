"""habit start, habit stop, habit uninstall, habit status, habit daemon."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json


@click.command()
@click.option("--no-autostart", is_flag=True, help="Only now, and not at each login.")
@pass_app
def start(app: App, no_autostart: bool) -> None:
    """Start the reminder: from now on you are asked every day.

    It runs in the background, and starts again each time you log in. The first time, on a terminal, you are
    asked when and on which days; Return takes every day at 17:00.

    \b
    Examples:
      habit start
      habit start --no-autostart
    """
    from habit_tracker.cli import welcome
    from habit_tracker.cli.render.status import started_lines
    from habit_tracker.reminder import presence
    from habit_tracker.reminder.instance import running

    if first := welcome.is_first(app):
        welcome.ask_for_plan(app)
    with app.writing():
        pass  # whatever is wrong with the database is said here, and not in a log
    registered = None if no_autostart else _registered(app)
    already = running(app.home) is not None
    if not already:
        presence.start(app.home, by_itself=no_autostart)
    click.echo("\n".join(started_lines(already, registered, app.coming(), app.moment, app.why_not())))
    if first:
        welcome.show_first(app)
        click.echo(welcome.THREE_COMMANDS, nl=False)


def _registered(app: App) -> str:
    """What became of registering the reminder, as a sentence; it runs in any case."""
    from habit_tracker.domain.errors import HabitError
    from habit_tracker.reminder.presence import register

    try:
        return f"It starts with each login: {register(app.home)}."
    except HabitError as error:
        return f"It runs until you log out: {error}"


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
    from habit_tracker.reminder import presence

    if not presence.stop(app.home):
        raise HabitError("The reminder is not running. `habit start` starts it.")
    click.echo("The reminder has stopped. `habit start` starts it again.")


@click.command()
@pass_app
def uninstall(app: App) -> None:
    """Stop the reminder for good; your data stays.

    It no longer starts when you log in. What you wrote stays where it is, and `habit start` begins again.

    \b
    Examples:
      habit uninstall
    """
    from habit_tracker.cli.render.status import uninstalled_lines
    from habit_tracker.reminder import presence

    click.echo("\n".join(uninstalled_lines(*presence.uninstall(app.home), app.home)))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def status(app: App, as_json: bool) -> None:
    """Say whether the reminder runs, by what, and when it asks next.

    \b
    Examples:
      habit status
      habit status --json
    """
    from habit_tracker.cli.render.status import Status, status_lines, status_object
    from habit_tracker.reminder.instance import running
    from habit_tracker.reminder.presence import registration

    found = Status(running(app.home), registration(app.home), app.coming(), app.moment, app.why_not(), app.home)
    if as_json:
        print_json(status_object(found))
    else:
        click.echo("\n".join(status_lines(found)))


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
    from habit_tracker.reminder.instance import AlreadyRunningError
    from habit_tracker.reminder.process import run

    try:
        run(app.home, detach if detached else lambda: None, echo=not detached)
    except AlreadyRunningError as error:
        if detached:
            raise
        click.echo(str(error), err=True)  # no failure: a service manager would start it again and again
