"""The setting backup-folder: where the second set of daily copies goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from habit_tracker.cli.app import App, tell
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session

OFF = "off"


def say(folder: Path | None) -> str:
    """The folder, or off."""
    return str(folder or OFF)


def read(session: Session) -> Path | None:
    """The folder that was set."""
    from habit_tracker.storage import settings

    folder: Path | None = settings.value(session.connection, settings.BACKUP_FOLDER, None)
    return folder


def change(app: App, folder: Path | None) -> str:
    """Set it, once the copies that there are lie there too. Raises HabitError, with nothing changed, else."""
    from habit_tracker.actions.plans import setting
    from habit_tracker.storage import settings

    said = _filled(app, folder) if folder else "Daily copies go to the data folder alone; those elsewhere stay."
    app.act(setting, settings.BACKUP_FOLDER, say(folder), say(folder))
    return said


def _filled(app: App, folder: Path) -> str:
    from habit_tracker.cli.folders import there
    from habit_tracker.reminder.second_set import begun
    from habit_tracker.storage.backup.second_set import note

    found = begun(app.home, there(folder), app.moment.now)
    if found.trouble:
        raise HabitError(f"Nothing was changed: {found.trouble}")
    note(app.home, found)
    if found.danger:
        tell(found.danger)
    return f"From now on each day's copy also goes to {folder}: {count(found.number, 'copy', 'copies')} there now."
