"""The command line: parse, call, render. The only place that wires real things together."""

import click

from habit_tracker import __version__
from habit_tracker.cli.group import CommandGroup

SECTIONS = {
    "Every day": {
        "log": "Log a win: one thing that made you feel accomplished.",
        "wins": "List your wins, newest first.",
        "edit": "Change a win: its text, its day or its confidence.",
        "delete": "Delete a win, after asking.",
    },
    "Every week": {
        "streak": "Show your streak: days in a row with no counting day missed.",
        "week": "Show this week: each day, its wins, and how it went.",
        "calendar": "Show the past year or a month, one square for each day.",
        "stats": "Show how firmly the habit stands, by weekday, month and week.",
    },
    "Being asked": {
        "ask": "Ask you now, in a small window or in the terminal.",
        "snooze": "Put today's question off.",
        "skip": "Not today: no question any more, while the day still counts.",
        "nudges": "List the nudges: when each was due, and what became of it.",
        "plan": "Show or change when you are asked, and which days count.",
        "start": "Start the reminder: from now on you are asked every day.",
        "stop": "Stop the reminder for now, and take its question off the screen.",
        "uninstall": "Stop the reminder for good; your data stays.",
        "status": "Say whether the reminder runs, by what, and when it asks next.",
        "doctor": "Check that the next question will come, on this computer.",
        "daemon": "Run the reminder in the foreground, until Ctrl+C.",
    },
    "Your days": {
        "time-off": "Show, add or cancel time off: days that do not count.",
        "config": "Show your settings, or change one.",
    },
    "Your data": {
        "undo": "Take back the last change, whatever it was.",
        "redo": "Bring back what was taken back.",
        "history": "List what you changed, newest first.",
        "backup": "Copy all your data to one file.",
        "restore": "Bring back a copy of all your data, after asking.",
        "export": "Write all that is yours to a file or to the screen.",
        "import": "Bring in wins from a file; - is standard input.",
    },
    "The shell": {
        "completion": "Print the completion script for your shell.",
    },
}
"""The commands as `habit --help` lists them; each is loaded from its module only when it is used."""


@click.group("habit", cls=CommandGroup, sections=SECTIONS, invoke_without_command=True)
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
        from habit_tracker.cli.commands.today import show_today

        context.invoke(show_today)
