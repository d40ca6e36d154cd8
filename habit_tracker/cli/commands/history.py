"""habit history."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, terminal_width
from habit_tracker.cli.params.numbers import Count, HowMany


@click.command()
@click.argument("number", type=Count(), required=False)
@click.option("-n", "most", type=HowMany(1), default=20, show_default=True, help="At most so many changes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def history(app: App, number: int | None, most: int, as_json: bool) -> None:
    """List what you changed, newest first.

    `habit undo` takes back the last.

    \b
    Examples:
      habit history
      habit history 5
      habit history --json
    """
    from habit_tracker.cli.render.history import history_lines
    from habit_tracker.storage.history.history import newest

    with app.reading() as session:
        found = newest(session.connection, number or most)
    if as_json:
        print_json([{"at": one.at, "words": one.words, "undone_at": one.undone_at} for one in found])
    else:
        click.echo("\n".join(history_lines(found, app.moment.zone, terminal_width())))
