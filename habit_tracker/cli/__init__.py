"""The command line: parse, call, render. The only place that wires real things together."""

import click

from habit_tracker import __version__
from habit_tracker.cli.group import CommandGroup

SECTIONS = {
    "Being asked": {
        "start": "Start the reminder: from now on you are asked every day.",
        "plan": "Show or change when you are asked, and which days count.",
        "snooze": "Put today's question off.",
        "skip": "Not today: no question any more, while the day still counts.",
        "ask": "Ask you now, in a small window or in the terminal.",
    },
    "Logging": {
        "log": "Log a win: one thing that made you feel accomplished.",
        "edit": "Change a win: its text, its day or its confidence.",
        "undo": "Take back the last change, whatever it was.",
        "redo": "Bring back what was taken back.",
        "delete": "Delete a win, after asking.",
    },
    "Looking back": {
        "streak": "Show your streak: days in a row with no counting day missed.",
        "week": "Show this week: each day and its wins; or look back at it.",
        "wins": "List your wins, newest first.",
        "search": "Find wins by their words, the best first.",
        "remember": "Bring back a win from before: another one every day.",
        "calendar": "Show the past year or a month, one square for each day.",
        "trend": "Show whether your confidence grows, week by week.",
        "stats": "Show how firmly the habit stands, by weekday, month and week.",
    },
    "The reminder": {
        "status": "Say whether the reminder runs, by what, and when it asks next.",
        "doctor": "Check that the next question will come, on this computer.",
        "nudges": "List the nudges: when each was due, and what became of it.",
        "stop": "Stop the reminder for now, and take its question off the screen.",
        "uninstall": "Stop the reminder for good; your data stays.",
        "daemon": "Run the reminder in the foreground, until Ctrl+C.",
    },
    "Your days": {
        "time-off": "Show, add or cancel time off: days that do not count.",
        "config": "Show your settings, or change one.",
    },
    "Your data": {
        "history": "List what you changed, newest first.",
        "backup": "Copy all your data to one file.",
        "restore": "Bring back a copy of all your data, after asking.",
        "export": "Write all that is yours to FILE or to the screen.",
        "import": "Bring in wins from a file; - is standard input.",
    },
    "The shell": {
        "prompt": "Print today for a shell prompt or a bar.",
        "help": "Explain a command, or list the commands of a topic.",
        "completion": "Print the completion script for your shell.",
    },
}
"""The commands by heading, whose last word is a topic of `habit help`; each is loaded only when it is used.

The first screen of `habit --help` shows the first of the first three: the three moments of the program.
"""


@click.group(
    "habit",
    cls=CommandGroup,
    sections=SECTIONS,
    invoke_without_command=True,
    subcommand_metavar="[COMMAND]",
    options_metavar="",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", message="habit %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """One thing a day that made you feel accomplished. Alone, habit shows today."""
    if context.invoked_subcommand is None:
        from habit_tracker.cli.commands.today import show_today

        context.invoke(show_today)
