"""habit status."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width


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
    from habit_tracker.domain.nudges.coming import coming
    from habit_tracker.reminder.lock import running
    from habit_tracker.reminder.service import registration

    view = app.view()
    found = Status(
        running(app.home),
        registration(app.home),
        coming(view),
        view.today,
        view.calendar.local_end_of(view.today),
        app.moment,
        app.unavailable_reason(),
        app.home,
    )
    if as_json:
        print_json(status_object(found))
    else:
        print_page(status_lines(found, terminal_width()))
