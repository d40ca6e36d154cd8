"""habit uninstall."""

import click

from habit_tracker.cli.app import App, pass_app


@click.command()
@pass_app
def uninstall(app: App) -> None:
    """Stop the reminder for good; your data stays.

    It no longer starts when you log in, and leaves your menu and your manual. What you wrote stays where it is,
    and `habit start` begins again.

    \b
    Examples:
      habit uninstall
    """
    from habit_tracker.cli.render.status import uninstalled_lines
    from habit_tracker.reminder import service

    ran, was_registered = service.uninstall(app.home)
    left = app.home.folder if app.home.database.exists() else None
    click.echo("\n".join(uninstalled_lines(ran, was_registered, _withdrawn(app), left)))


def _withdrawn(app: App) -> list[str]:
    """What became of the menu entry and the manual; the reminder is away in any case."""
    from habit_tracker.cli import integration
    from habit_tracker.domain.errors import HabitError

    try:
        return integration.withdraw_now(app.home)
    except HabitError as error:
        return [f"The menu entry or the manual may still be there: {error}"]
