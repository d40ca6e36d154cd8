"""A copy of the database in a file of its own: made, checked, looked into."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from habit_tracker.private_files import stranger_file, write_private_file
from habit_tracker.storage import schema, sound, sqlite
from habit_tracker.storage.backup import sums
from habit_tracker.storage.errors import DamagedError, StorageError
from habit_tracker.storage.sqlite_errors import OF_DAMAGE, damaged, explained
from habit_tracker.storage.tables import metadata

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database, and believes."""


class Contents(NamedTuple):
    """What a copy holds: *last* is the newest day of its *wins*, and *stored* counts the deleted ones too."""

    schema: str
    wins: int
    stored: int
    last: date | None


def look_into(path: Path) -> Contents:
    """What the copy at *path* holds, once all of it was read.

    Raises DamagedError when it does not hold together or is not ours, StorageError when it is newer than we are
    or cannot be read.
    """
    if not path.is_file():
        raise StorageError(f"There is no file {path}.")
    for beside in side_files(path):
        if stranger_file(beside):
            raise StorageError(f"{beside} was put beside {path} by somebody else, and would change what is in it.")
    _check_header(path)
    try:
        with explained(path), closing(sqlite.connected(path)) as connection:
            return contents(connection, path)
    except OF_DAMAGE as error:
        raise damaged(path) from error


def make(source: Path, target: Path, *, sealed: bool = True) -> Contents:
    """Copy the database at *source* to *target*, which is there only when the copy was found to be good.

    Beside a *sealed* one lies its sum, so that it can be seen later whether it is still what was made.
    """
    found: list[Contents] = []
    image = sqlite.image(source, lambda memory: found.append(contents(memory, source)))
    with explained(target):
        write_private_file(target, image)
        if sealed:
            sums.seal(target, image)
    return found[0]


def contents(connection: sqlite3.Connection, path: Path) -> Contents:
    """The same of a database that is open, and came from *path*."""
    sqlite.look_no_longer(connection)
    sqlite.check(connection, path)
    tables = own_tables(connection, path)
    version = schema.known(connection.execute("SELECT version_num FROM alembic_version").fetchone(), path)
    _read_all(connection, tables, typed=version == schema.HEAD)
    number, last = connection.execute("SELECT count(*), max(day) FROM wins WHERE deleted_at IS NULL").fetchone()
    (stored,) = connection.execute("SELECT count(*) FROM wins").fetchone()
    return Contents(version, number, stored, last and date.fromisoformat(last))


def damage(path: Path) -> DamagedError | None:
    """What is wrong with the content of the database at *path*, as far as it can be seen."""
    try:
        look_into(path)
    except DamagedError as error:
        return error
    except (StorageError, OSError):
        return None
    return None


def side_files(path: Path) -> list[Path]:
    """What lies beside the database at *path* and belongs to it."""
    return [beside for name in SIDE_FILES if (beside := path.with_name(path.name + name)).exists()]


def own_tables(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Our tables that are there: real ones, for a view or a virtual table would run what somebody else wrote."""
    real = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%'"
    names = {name for (name,) in connection.execute(real)}
    if not names and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StorageError(f"{path} is empty: it holds no database of this program.")
    if not {"alembic_version", "wins"} <= names:
        raise schema.not_ours(path)
    ours = [table.name for table in metadata.sorted_tables if table.name in names]
    for name in ours:
        if any(hidden for *_, hidden in connection.execute(f"PRAGMA table_xinfo({name})")):
            raise schema.not_ours(path)
    return ours


def _read_all(connection: sqlite3.Connection, tables: Iterable[str], *, typed: bool) -> None:
    """Every value, in the newest schema also as what it means; unless one that means nothing is passed over."""
    for name in tables:
        connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
    if not typed:
        return
    with sqlite.engine_over(connection).connect() as reading:
        for table in metadata.sorted_tables:
            if table in sound.TABLES:
                sound.readable(reading, select(table))
            else:
                reading.execute(select(table)).all()


def _check_header(path: Path) -> None:
    """The two bytes that say who may read and write are in no other check: damaged, they look like permissions."""
    with explained(path), path.open("rb") as file:
        head = file.read(20)
    if head and (head[:16] != b"SQLite format 3\0" or head[18:] not in {b"\1\1", b"\2\2"}):
        raise DamagedError(f"{path} is not a database of this program, or the beginning of the file is damaged.")
