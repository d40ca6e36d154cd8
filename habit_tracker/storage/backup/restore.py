"""Bringing back a copy of the whole database, in a way that can be taken back too."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.domain.change import Change
from habit_tracker.domain.rotation import YOUNG
from habit_tracker.private_files import keep_names, make_private, make_private_folder
from habit_tracker.storage import ledger, schema, settings, sqlite, upgrade
from habit_tracker.storage.backup import backups, copies, exchange, rebuild, saved, sums
from habit_tracker.storage.backup.copies import Contents
from habit_tracker.storage.backup.salvage import Row
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import DamagedError, OvertakenError, StorageError, UnusableError
from habit_tracker.storage.history import history
from habit_tracker.storage.home import Home
from habit_tracker.storage.sqlite_errors import explained

TRIES = 5
Note = Callable[[Connection, str], object]
"""Writes into the copy that comes in what history is to say, told the name of what was put aside."""


class Restored(NamedTuple):
    """What came in, and where that is what was there before."""

    contents: Contents
    aside: Path


def restore(
    database: Database,
    file: Path | None,
    words: str,
    now: datetime,
    saved_wins: list[Row] | None = None,
    zone: tzinfo = UTC,
) -> Restored:
    """Let the database be as it is in *file*, all or nothing, also while others use it.

    An older copy is brought up to date on the way. What was there is put aside as a copy first, also when it is
    damaged; *saved_wins*, which could still be read from it, come in as well, and alone where *file* is None.
    Questions that have yet to come, by the date in *zone*, stay out: a clock that was ahead noted them.
    Raises StorageError, with nothing changed, for a file that is damaged, not ours or newer than we are.
    """

    def note(connection: Connection, aside: str) -> None:
        saved.bring_in(connection, saved_wins or [])
        ledger.forget_to_come(connection, now.astimezone(zone).date(), now)
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

    kept = database.home.backups / str(change.replaced)
    if not kept.exists():
        raise StorageError(
            f"{kept}, which held what was there before, is gone: such copies stay {YOUNG.days} days."
        )
    _bring(database, kept, note, now)


def unusable(home: Home) -> UnusableError | None:
    """Why what is there now cannot be kept by copying; what is missing is made, what is older brought up."""
    try:
        database = Database(home)
        with database.reading() if database.exists() else database.writing():
            pass
        copies.look_into(home.database)
    except UnusableError as error:
        return error
    return None


def _bring(database: Database, file: Path | None, note: Note, now: datetime) -> Restored:
    home = database.home
    if file:
        copies.look_into(file)
    trouble = unusable(home)
    with _unfinished(home) as coming:
        if trouble:
            aside = backups.place(home, "damaged" if isinstance(trouble, DamagedError) else "newer", now)
            contents = _prepare(file, coming, None, note, aside)
            _replace_unusable(home, coming, aside)
        else:
            contents, aside = _exchange(home, file, coming, note, now)
    return Restored(contents, aside)


@contextmanager
def _unfinished(home: Home) -> Iterator[Path]:
    """A file to work in; what is left of it afterwards is removed."""
    coming = home.backups / f".coming.{os.urandom(8).hex()}.part"
    with explained(coming):
        make_private_folder(home.backups)
    try:
        yield coming
    finally:
        for rest in (coming, *copies.side_files(coming)):
            rest.unlink(missing_ok=True)


def _exchange(home: Home, file: Path | None, coming: Path, note: Note, now: datetime) -> tuple[Contents, Path]:
    """Keep what is there, then let the copy in: again, if somebody wrote between the two."""
    for _ in range(TRIES):
        aside = backups.place(home, "before-restore", now)
        with exchange.held(home.database) as hold:
            copies.make(home.database, aside)
            contents = _prepare(file, coming, aside, note, aside)
            try:
                exchange.bring_in(coming, home.database, hold)
            except OvertakenError:
                sums.remove(aside)
                continue
        return contents, aside
    raise StorageError(f"Another program keeps writing to {home.database}. Nothing was changed; try again.")


def _stay(before: Path, connection: Connection) -> None:
    """Let the ledger go on: what was asked since is not asked again; and what is of this disk be as *before*."""
    with sqlite.file_engine(before).connect() as there:
        ledger.write(connection, ledger.since(there, date.min))
        settings.stay(there, connection)


def _prepare(file: Path | None, coming: Path, before: Path | None, note: Note, aside: Path) -> Contents:
    """Copy the rows of *file*, bring them up to date, and write beside them what must come in with them.

    *before* is what was there, where that can be read.
    """
    writer = sqlite.file_engine(coming).execution_options(**{sqlite.WRITES: True})
    with explained(coming):
        rebuild.make_empty(coming)
        with writer.begin() as connection:
            if file:
                rebuild.rebuild(file, connection)
            if schema.found(connection) != schema.HEAD:
                upgrade.migrate(connection)
            if before:
                _stay(before, connection)
            note(connection, aside.name)
    return copies.look_into(coming)


def _replace_unusable(home: Home, coming: Path, aside: Path) -> None:
    """Put the file aside byte for byte, with its journal, which would spoil what comes in its place."""
    beside = copies.side_files(home.database)
    with explained(home.database):
        _set_aside(home.database, aside)
        for side_file in beside:
            side_file.replace(aside.with_name(aside.name + side_file.name.removeprefix(home.database.name)))
        coming.replace(home.database)
        keep_names(home.folder)


def _set_aside(path: Path, aside: Path) -> None:
    """Let *path* be found as *aside* too; what has but one name loses the old one. Nothing of it is read."""
    if path.is_file() and not path.is_symlink():
        try:
            aside.hardlink_to(path)
        except OSError:  # a disk that knows no second names
            path.replace(aside)
        make_private([aside])
    else:
        path.replace(aside)
