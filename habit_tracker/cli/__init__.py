"""The command line: parse, call, render. The only place that wires real things together."""

import click

from habit_tracker import __version__
from habit_tracker.cli.ask import ask
from habit_tracker.cli.completion import completion
from habit_tracker.cli.door import Habit
from habit_tracker.cli.export import export
from habit_tracker.cli.import_file import import_file
from habit_tracker.cli.log import log
from habit_tracker.cli.plan import plan
from habit_tracker.cli.reminder import daemon, start, status, stop
from habit_tracker.cli.streak import streak
from habit_tracker.cli.today import show_today
from habit_tracker.cli.week import week
from habit_tracker.cli.wins import delete, edit, wins

SECTIONS = {
    "Every day": [log, wins, edit, delete],
    "Every week": [streak, week],
    "Being asked": [ask, plan, start, stop, status, daemon],
    "Your data": [export, import_file],
    "The shell": [completion],
}


@click.group("habit", cls=Habit, sections=SECTIONS, invoke_without_command=True)
@click.version_option(__version__, message="habit %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """One thing a day that made you feel accomplished.

    Once a day a notification asks for it; the answer takes seconds. Once a week you look at your streak and at
    what you did. Alone, `habit` shows today and the next step.

    \b
    Examples:
      habit start                                  be asked every day
      habit log "Shared my idea in the meeting"    log a win
      habit streak                                 see your streak
      habit COMMAND --help                         all about one command
    """
    if context.invoked_subcommand is None:
        context.invoke(show_today)
