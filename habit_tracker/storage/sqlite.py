"""All that is special to SQLite: its settings, its transactions, its copies."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event

from habit_tracker.storage.sqlite_errors import busy, damaged, explained
from habit_tracker.storage.triggers import TRIGGERS

BUSY_SECONDS = 5
PAUSE = 0.05
"""Seconds between two attempts of a backup that meets a lock."""
LOOK_SECONDS = 60
"""The longest look into a file that somebody else may have made: a view without end would take for ever."""
WRITES = "habit_writes"

_OURS = ", ".join(f"'{trigger}'" for trigger in TRIGGERS)
SCHEMA = f"""SELECT version_num, (SELECT type || ' ' || name FROM sqlite_master
WHERE type IN ('trigger', 'view') AND sql NOT IN ({_OURS})) FROM alembic_version"""  # noqa: S608  no text but ours
"""Which schema it is, and the first thing in it that would act by itself and is not ours, word for word."""


def file_engine(path: Path) -> Engine:
    """An engine for the file at *path*; a connection lives no longer than its transaction."""
    url = URL.create("sqlite", database=str(path))
    return _prepared(
        create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    )


def empty_engine() -> Engine:
    """An engine for an empty database in memory."""
    return _prepared(create_engine("sqlite://", poolclass=StaticPool))


def engine_over(connection: sqlite3.Connection) -> Engine:
    """An engine for a connection that is open already."""
    return _prepared(create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool))


def _prepared(engine: Engine) -> Engine:
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own transactions do not cover the making of tables
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    _distrust(connection)


def _distrust(connection: sqlite3.Connection) -> None:
    """Take the file for one that somebody else may have made (SQLite: "Defense Against The Dark Arts")."""
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that first reads and then writes can fail with no wait at all.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def image(source: Path, look: Callable[[sqlite3.Connection], object] = lambda _: None) -> list[bytes]:
    """The bytes of a consistent copy of the database at *source*, while others write too; *look* sees it first."""
    with (
        explained(source),
        closing(connected(source)) as origin,
        closing(sqlite3.connect(":memory:")) as memory,
    ):
        origin.backup(memory, progress=time_limit(source), sleep=PAUSE)
        look(memory)
        data = memory.serialize()
    return [data[:18], b"\1\1", data[20:]]  # the source may have been switched to another journal


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Read all of the database. Raises DamagedError when it does not hold together."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise damaged(path)


def connected(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there: none is made."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_SECONDS, uri=True)
    _distrust(connection)
    return connection


def look_no_longer(connection: sqlite3.Connection) -> None:
    """End what takes longer than LOOK_SECONDS from now on."""
    deadline = time.monotonic() + LOOK_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)


def time_limit(path: Path) -> Callable[[int, int, int], None]:
    """Ends a backup that waits for others: by itself it would wait for ever."""
    deadline = time.monotonic() + BUSY_SECONDS

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > deadline:
            raise busy(path)

    return progress
