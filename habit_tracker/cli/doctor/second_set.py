"""Does a second set of copies lie elsewhere, where one is wanted?"""

from contextlib import suppress
from datetime import datetime, timedelta

from habit_tracker.cli.doctor.finding import START, Finding, ok, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.domain.words import count
from habit_tracker.storage.backup.second_set import SecondSet, known
from habit_tracker.storage.errors import StorageError

LATE = timedelta(days=2)
"""After which one that was not written is worth a word."""


def copies(probe: Probe) -> Finding | None:
    """The daily copies that go elsewhere did so lately; None where none are wanted."""
    from habit_tracker.storage import settings

    with suppress(StorageError), probe.app.database.reading() as connection:
        folder = settings.value(connection, settings.BACKUP_FOLDER, None)
        found = known(probe.app.home)
        if folder is None:
            return None
        if found is None or found.folder != folder or found.written_at is None:
            why = found.trouble if found and found.folder == folder and found.trouble else "The reminder does it."
            return warning(f"nothing was written to {folder} yet. {why}")
        return _of_second_set(found, probe.app.moment.now)
    return None


def _of_second_set(found: SecondSet, now: datetime) -> Finding:
    assert found.written_at is not None  # noqa: S101  so it was asked
    lately = f"last written on {found.written_at:%Y-%m-%d}"
    if found.trouble:
        return warning(f"{lately}. {found.trouble}")
    if now - found.written_at > LATE:
        return warning(f"{lately} in {found.folder}; the reminder has not run since", START)
    if found.bad or found.danger:
        return warning(str(found.read_back if found.bad else found.danger))
    said = found.read_back or count(found.number, "copy", "copies")
    return ok(f"{lately} in {found.folder}; {said}")
