"""habit redo."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.numbers import Count


@click.command()
@click.argument("steps", type=Count(), default=1, metavar="[STEPS]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def redo(app: App, steps: int, yes: bool) -> None:
    """Bring back what was taken back.

    What `habit undo` took back last, until something new is done. More than one step, or a change older than a
    day, is shown and asked about first.

    \b
    Examples:
      habit redo
      habit redo 3
    """
    from habit_tracker.actions import data
    from habit_tracker.cli.turning import Direction, turn

    turn(app, Direction("redo", "Brought back", "Bringing this back", data.to_redo, data.redo), steps, yes=yes)
