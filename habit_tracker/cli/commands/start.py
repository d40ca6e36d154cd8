"""habit start."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import terminal_width


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
    from habit_tracker.cli.render.status import Started, started_lines
    from habit_tracker.reminder import service
    from habit_tracker.reminder.lock import running

    if first := welcome.is_first(app):
        welcome.ask_for_plan(app)
    with app.database.noting():
        pass  # whatever is wrong with the database is said here, and not in a log
    registered = None if no_autostart else _registered(app)
    replaced = service.end_stranger(app.home)
    already = running(app.home) is not None
    if not already:
        service.start(app.home, by_itself=no_autostart)
    coming, reason = app.coming(), app.unavailable_reason()
    did = Started(already, replaced, registered, coming, app.moment, reason)
    click.echo("\n".join(started_lines(did, terminal_width())))
    if first:
        welcome.show_first(app)
        click.echo(welcome.THREE_COMMANDS, nl=False)


def _registered(app: App) -> str:
    """What became of registering the reminder, as a sentence; it runs in any case."""
    from habit_tracker.domain.errors import HabitError
    from habit_tracker.reminder.service import register, registration

    try:
        way = register(app.home)
    except HabitError as error:
        return f"It runs until you log out: {error}"
    doubt = registration(app.home).doubt
    return f"It starts with each login: {way}." + (f" But {doubt}." if doubt else "")
