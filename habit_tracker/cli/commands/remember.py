"""habit remember."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def remember(app: App, as_json: bool) -> None:
    """Bring back a win from before: another one every day.

    It is one of this day in an earlier year, quarter, month or week, else one that felt good and was long not
    shown. `habit config remember off` keeps it out of `habit` and out of the answer window.

    \b
    Examples:
      habit remember
      habit remember --json
    """
    from habit_tracker.actions.memories import remember as bring_back
    from habit_tracker.cli.render.memory import memory_lines, memory_object

    with app.reading() as session:
        today = session.today
    found = bring_back(app.database, app.moment)
    show(as_json, memory_object(found), memory_lines(found, today, terminal_width()))
