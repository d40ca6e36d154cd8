"""What `habit doctor --fix` does: nothing that could lose or change what the person wrote."""

from collections.abc import Callable, Iterator

from habit_tracker.cli.checks import being_there, data
from habit_tracker.cli.checks.finding import Finding, State
from habit_tracker.cli.checks.seen import Seen
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count
from habit_tracker.reminder import presence
from habit_tracker.storage.privacy import make_private


def mend(seen: Seen) -> Iterator[str]:
    """Mend what is not as it should be, and say so; what cannot be mended is said as well."""
    for found, remedy in REMEDIES:
        if any(check(seen).state is not State.OK for check in found):
            try:
                yield remedy(seen)
            except (HabitError, OSError) as error:
                yield f"Not mended: {error}"


def _make_private(seen: Seen) -> str:
    return f"Made {count(len(make_private(seen.app.home)), 'file or folder', 'files and folders')} private."


def _register(seen: Seen) -> str:
    return f"From now on the reminder starts with each login: {presence.register(seen.app.home)}."


def _start(seen: Seen) -> str:
    with seen.app.writing():
        pass  # whatever is wrong with the database is said here, and not in a log
    presence.start(seen.app.home, by_itself=False)
    return "Started the reminder."


Check = Callable[[Seen], Finding]
REMEDIES: list[tuple[list[Check], Callable[[Seen], str]]] = [
    ([data.files, data.database], _make_private),
    ([being_there.at_login], _register),
    ([being_there.reminder], _start),
]
"""In this order: the reminder needs files that it can write, and is best started by what starts it at login."""
