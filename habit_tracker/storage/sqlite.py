"""All that is special to SQLite: its settings, its transactions, its errors, its consistent copy."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event

from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import make_private_file

BUSY_SECONDS = 5
WRITES = "habit_writes"


def file_engine(path: Path) -> Engine:
    """An engine for the file at *path*; a connection lives no longer than its transaction."""
    url = URL.create("sqlite", database=str(path))
    return _prepared(
        create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    )


def empty_engine() -> Engine:
    """An engine for an empty database in memory."""
    return _prepared(create_engine("sqlite://", poolclass=StaticPool))


def _prepared(engine: Engine) -> Engine:
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own transactions do not cover the making of tables
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that first reads and then writes can fail with no wait at all.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def copy(source: Path, target: Path) -> Path:
    """A consistent copy of the database at *source*, also while others write. Readable by its owner only."""
    make_private_file(target)
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as destination:
        origin.backup(destination)
    return target


def damage(connection: Connection) -> str | None:
    """The first thing that SQLite's own check finds wrong with the file."""
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    return None if found == "ok" else str(found)


def explain(error: BaseException | None, path: Path) -> StorageError:
    """What *error*, raised while using the database at *path*, means and what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, advice in _ADVICE.items():
        if name.startswith(prefix):
            return StorageError(advice.format(path=path, folder=path.parent))
    return StorageError(f"The database {path} cannot be used: {error}.")


_ADVICE = {
    "SQLITE_BUSY": "Another program is writing to {path}. Nothing was changed; try again in a moment.",
    "SQLITE_LOCKED": "Another program is writing to {path}. Nothing was changed; try again in a moment.",
    "SQLITE_FULL": "The disk is full: nothing was changed in {path}. Free some space and try again.",
    "SQLITE_IOERR": "The disk that holds {path} reports an error, or is full. Nothing was changed.",
    "SQLITE_READONLY": "{path} cannot be written. Make the file and its folder {folder} writable for you.",
    "SQLITE_CANTOPEN": "{path} cannot be opened. Make the file and its folder {folder} writable for you.",
    "SQLITE_PERM": "{path} cannot be opened. Make the file and its folder {folder} writable for you.",
    "SQLITE_NOTADB": "{path} is not a database of this program. Move it away, or name another folder with "
    "HABIT_TRACKER_HOME.",
    "SQLITE_CORRUPT": "The database {path} is damaged. Put it aside and bring back a copy from {folder}/backups.",
}
