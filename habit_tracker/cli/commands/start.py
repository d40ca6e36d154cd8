"""habit start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_page, terminal_width

if TYPE_CHECKING:
    from habit_tracker.cli.program import Called
    from habit_tracker.cli.render.start import Did


@click.command()
@click.option("--no-autostart", is_flag=True, help="Only now, and not at each login.")
@pass_app
def start(app: App, no_autostart: bool) -> None:
    """Start the reminder: from now on you are asked every day.

    It runs in the background, and starts again each time you log in. The first time, on a terminal, you are
    asked when and on which days; Return takes every day at 17:00. On Linux it puts a menu entry, an icon and
    manual pages into your own folders; `habit config integrate off` keeps them away.

    \b
    Examples:
      habit start
      habit start --no-autostart
    """
    from habit_tracker.cli import welcome
    from habit_tracker.cli.program import called
    from habit_tracker.cli.render.start import Did, command_lines
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
    here = called()
    print_page(_started(app, Did(already, replaced, registered), here))
    if first:
        welcome.show_first(app)
        print_page(["", *command_lines(here, terminal_width())])


def _started(app: App, did: Did, here: Called) -> Iterator[str]:
    from habit_tracker.cli.render.start import started_lines
    from habit_tracker.cli.render.status import next_words
    from habit_tracker.domain.nudges.coming import coming

    view = app.view()
    asked = next_words(coming(view), view.today, app.moment)
    did = did._replace(integrated=_integrated(app))
    return started_lines(did, asked, app.unavailable_reason(), here, terminal_width())


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


def _integrated(app: App) -> tuple[str, ...]:
    """What became of the menu entry and the manual; without them the reminder runs as well."""
    from habit_tracker.cli import integration
    from habit_tracker.domain.errors import HabitError

    try:
        return tuple(integration.install_now(app.home)) if integration.is_wanted(app) else ()
    except HabitError as error:
        return (f"There may be no menu entry or manual: {error}",)
