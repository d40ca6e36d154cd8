"""What `habit doctor --fix` does: nothing that could lose or change what the person wrote."""

from collections.abc import Callable, Iterator

from habit_tracker.cli import integration
from habit_tracker.cli.doctor import data, menu, reminder
from habit_tracker.cli.doctor.finding import Finding, State
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count
from habit_tracker.private_files import make_private
from habit_tracker.reminder import service


def mend(probe: Probe) -> Iterator[str]:
    """Mend what is not as it should be, and say so; what cannot be mended is said as well."""
    for found, remedy in REMEDIES:
        if any((one := check(probe)) and one.state is not State.OK for check in found):
            try:
                yield remedy(probe)
            except (HabitError, OSError) as error:
                yield f"Not mended: {error}"


def _make_private(probe: Probe) -> str:
    return (
        f"Made {count(len(make_private(probe.app.home.files())), 'file or folder', 'files and folders')} private."
    )


def _drop_unusable(probe: Probe) -> str:
    from habit_tracker.actions.data import drop_unusable

    return probe.app.act(drop_unusable)


def _make_index(probe: Probe) -> str:
    from habit_tracker.storage.health import make_index

    make_index(probe.app.database)
    return "Made the index of words anew."


def _register(probe: Probe) -> str:
    return f"From now on the reminder starts with each login: {service.register(probe.app.home)}."


def _integrate(probe: Probe) -> str:
    return "\n".join(integration.install_now(probe.app.home))


def _start(probe: Probe) -> str:
    with probe.app.database.noting():
        pass  # whatever is wrong with the database is said here, and not in a log
    ran = service.stop(probe.app.home)
    service.start(probe.app.home, by_itself=False)
    return "Started the reminder anew." if ran else "Started the reminder."


Check = Callable[[Probe], Finding | None]
REMEDIES: list[tuple[list[Check], Callable[[Probe], str]]] = [
    ([data.files, data.database], _make_private),
    ([data.settings], _drop_unusable),
    ([data.search], _make_index),
    ([reminder.at_login], _register),
    ([menu.menu], _integrate),
    ([reminder.reminder], _start),
]
"""In this order: the reminder needs files that it can write, and is best started by what starts it at login."""
