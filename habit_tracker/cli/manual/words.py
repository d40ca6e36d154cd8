"""What the commands do not say of themselves."""

from habit_tracker.desktop.integration.metainfo import PARAGRAPHS

DESCRIPTION = (
    *PARAGRAPHS,
    "`habit start` starts the reminder. `habit` alone shows today. `habit help` lists the commands, and"
    " `habit help log` explains one of them, as its manual page does.",
)
EXAMPLES = ("habit start", 'habit log "Shared my idea in the meeting"', "habit streak", "habit week")
EXIT_STATUS = {
    "0": "It is done.",
    "1": "It could not be done. One sentence on standard error says why.",
    "2": "It was called in a way that it does not understand. One sentence says what would have been right.",
}
HOME = {"HABIT_TRACKER_HOME": "The folder of your data, in place of ~/.local/share/habit-tracker."}
ENVIRONMENT = HOME | {
    "XDG_DATA_HOME": "The folder that takes the place of ~/.local/share.",
    "VISUAL, EDITOR": "The editor of `habit log --edit` and `habit edit`.",
    "NO_COLOR": "Anything here switches colours off; so does dumb as TERM.",
    "FORCE_COLOR": "1 keeps colours where the output goes to a file or to another program.",
    "HABIT_TRACKER_THEME": "dark or light: the colours of the window in which you answer.",
    "HABIT_TRACKER_CHANNEL": "plyer sends notifications without buttons, for a server that gets on with none.",
    "HABIT_TRACKER_DEBUG": "1 shows the details of a mistake of the program.",
}
DATA = {"~/.local/share/habit-tracker/habit.db": "All that you wrote, your plans and your settings."}
FILES = DATA | {
    "~/.local/share/habit-tracker/backups/": "Copies of it, one for each day on which the reminder ran.",
    "~/.local/state/habit-tracker/reminder.log": "What the reminder did. No word of a win is in it.",
}
