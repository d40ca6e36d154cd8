"""habit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width

if TYPE_CHECKING:
    from habit_tracker.cli.render.status import Status


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
    from habit_tracker.cli.render.status import status_lines, status_object

    found = _status(app)
    show(as_json, status_object(found), status_lines(found, terminal_width()))


def _status(app: App) -> Status:
    from habit_tracker.cli.render.status import Status
    from habit_tracker.domain.nudges.coming import coming
    from habit_tracker.reminder.lock import running
    from habit_tracker.reminder.service import registration

    view = app.view()
    return Status(
        running(app.home),
        registration(app.home),
        coming(view),
        view.today,
        view.calendar.local_end_of(view.today),
        app.moment,
        app.unavailable_reason(),
        app.home,
    )
