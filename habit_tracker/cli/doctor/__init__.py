"""What `habit doctor` checks. Each check looks at one thing, changes nothing, and says what would mend it."""

from collections.abc import Callable, Iterator

from habit_tracker.cli.doctor import command, data, days, menu, on_screen, questions, reminder, second_set
from habit_tracker.cli.doctor.finding import Checkup, Finding, problem
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.domain.errors import HabitError

CHECKS: dict[str, Callable[[Probe], Finding | None]] = {
    "Reminder": reminder.reminder,
    "At login": reminder.at_login,
    "Notifications": on_screen.server,
    "Do not disturb": on_screen.quiet,
    "Busy": on_screen.busy,
    "Test": on_screen.shown,
    "Window": on_screen.window,
    "Time zone": questions.time_zone,
    "Next question": questions.next_question,
    "Last questions": questions.last_questions,
    "Holidays": questions.holidays,
    "Database": data.database,
    "Days": days.wins,
    "Search": data.search,
    "Settings": data.settings,
    "Copies": data.copies,
    "Second set": second_set.copies,
    "Files": data.files,
    "Replies": data.replies,
    "Menu": menu.menu,
    "Texts": data.texts,
    "Command": command.command,
}
"""By name, in the order in which they are shown. None means that another check names the cause."""


def examine(probe: Probe) -> Iterator[Checkup]:
    """All checks, whatever one of them runs into."""
    for name, check in CHECKS.items():
        try:
            finding = check(probe)
        except HabitError as error:
            finding = problem(str(error))
        except OSError as error:
            finding = problem(f"could not be looked at: {error.filename}: {error.strerror}")
        except Exception as error:  # the one command that must get to its end
            finding = problem(f"could not be checked ({type(error).__name__})")
        if finding:
            yield Checkup(name, *finding)
