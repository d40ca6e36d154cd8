"""habit undo."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.numbers import Count


@click.command()
@click.argument("steps", type=Count(), default=1, metavar="[STEPS]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def undo(app: App, steps: int, yes: bool) -> None:
    """Take back the last change, whatever it was.

    Again, it takes back the one before. More than one step, or a change older than a day, is shown and asked about
    first. `habit redo` brings back what was taken back.

    \b
    Examples:
      habit undo
      habit undo 3
      habit history     what there is to take back
    """
    from habit_tracker.actions import data
    from habit_tracker.cli.turning import Direction, turn

    turn(app, Direction("undo", "Took back", "Taking this back", data.to_undo, data.undo), steps, yes=yes)
