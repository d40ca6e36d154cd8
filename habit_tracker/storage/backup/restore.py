"""Bringing back a copy of the whole database, in a way that can be taken back too."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.domain.change import Change
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.private_files import make_private_file
from habit_tracker.storage import ledger, schema, sqlite, upgrade
from habit_tracker.storage.backup import backups, copies
from habit_tracker.storage.backup.copies import Contents
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import DamagedError, OvertakenError, StorageError
from habit_tracker.storage.history import history
from habit_tracker.storage.home import Home

TRIES = 5
Note = Callable[[Connection, str], object]
"""Writes into the copy that comes in what history is to say, told the name of what was put aside."""


class Restored(NamedTuple):
    """What came in, and where that is what was there before."""

    contents: Contents
    aside: Path


def restore(database: Database, file: Path, words: str, now: datetime) -> Restored:
    """Let the database be as it is in *file*, all or nothing, also while others use it.

    An older copy is brought up to date on the way. What was there is put aside as a copy first, also when it is
    damaged. Raises StorageError, with nothing changed, for a file that is damaged, not ours or newer than we are.
    """

    def note(connection: Connection, aside: str) -> None:
        history.forget_undone(connection)
        history.add(connection, words, now, replaced=aside)

    return _bring(database, file, note, now)


def turn(database: Database, change: Change, now: datetime) -> None:
    """Let the database be as it was before *change*, a restore, or as it was after one that had been taken back.

    Raises StorageError when that copy is not good.
    """
    undone_at = None if change.undone_at else now

    def note(connection: Connection, aside: str) -> None:
        history.add(connection, change.words, change.at, replaced=aside, undone_at=undone_at)

    _bring(database, database.home.backups / str(change.replaced), note, now)


def _bring(database: Database, file: Path, note: Note, now: datetime) -> Restored:
    home = database.home
    contents = copies.look_into(file)
    with copies.unfinished(home.backups / "coming.db") as coming:
        if _is_damaged(home):
            aside = backups.place(home, "damaged", now)
            _prepare(file, coming, [], note, aside)
            _replace_damaged(home, coming, aside)
        else:
            aside = _exchange(home, file, coming, note, now)
    return Restored(contents, aside)


def _is_damaged(home: Home) -> bool:
    """Whether what is there now cannot be kept by copying; what is missing is made, what is older brought up."""
    try:
        database = Database(home)
        with database.reading() if home.database.exists() else database.writing():
            pass
        copies.look_into(home.database)
    except DamagedError:
        return True
    return False


def _exchange(home: Home, file: Path, coming: Path, note: Note, now: datetime) -> Path:
    """Keep what is there, then let the copy in: again, if somebody wrote between the two."""
    for _ in range(TRIES):
        aside = backups.place(home, "before-restore", now)
        with sqlite.held(home.database) as hold:
            copies.make(home.database, aside)
            _prepare(file, coming, _ledger(aside), note, aside)
            try:
                sqlite.bring_in(coming, home.database, hold)
            except OvertakenError:
                aside.unlink()
                continue
        return aside
    raise StorageError(f"Another program keeps writing to {home.database}. Nothing was changed; try again.")


def _ledger(path: Path) -> list[Nudge]:
    with sqlite.file_engine(path).connect() as connection:
        return ledger.since(connection, date.min)


def _prepare(file: Path, coming: Path, nudges: list[Nudge], note: Note, aside: Path) -> None:
    """Copy *file*, bring the copy up to date, and write into it what must come in with it.

    The ledger goes on with *nudges*: what was asked since *file* was made is not asked again.
    """
    sqlite.copy(file, coming)
    writer = sqlite.file_engine(coming).execution_options(**{sqlite.WRITES: True})
    with sqlite.explained(coming), writer.begin() as connection:
        if schema.found(connection) != schema.HEAD:
            upgrade.migrate(connection)
        ledger.write(connection, nudges)
        note(connection, aside.name)


def _replace_damaged(home: Home, coming: Path, aside: Path) -> None:
    with sqlite.explained(home.database):
        shutil.copyfile(home.database, make_private_file(aside))
        coming.replace(home.database)
