"""A database of our own making with the rows of another: nothing else of that comes along."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from habit_tracker.private_files import make_private_file
from habit_tracker.storage import sqlite, upgrade
from habit_tracker.storage.backup import copies
from habit_tracker.storage.sqlite_errors import explained
from habit_tracker.storage.tables import metadata


def rebuild(source: Path, connection: Connection) -> None:
    """Fill the empty database that is open, in the schema that *source* has; it is for the caller to upgrade it.

    Triggers, views, indexes and tables that are none of ours stay behind.
    """
    with explained(source), closing(sqlite.connected(source)) as origin:
        origin.execute("BEGIN")
        upgrade.migrate(connection, to=copies.contents(origin, source).schema)
        own = copies.own_tables(origin, source)
        # What is derived from other rows is derived again.
        tables = [name for name in own if not metadata.tables[name].info.get("derived")]
        _copy_rows(origin, _driver(connection), tables)


def make_empty(path: Path) -> None:
    """An empty private file at *path*, whatever lay there."""
    for rest in (path, *copies.side_files(path)):
        rest.unlink(missing_ok=True)
    make_private_file(path)


def _copy_rows(origin: sqlite3.Connection, target: sqlite3.Connection, tables: list[str]) -> None:
    target.execute("PRAGMA defer_foreign_keys=ON")
    for name in tables:
        # The names are ours: of a table and its columns as our own migrations have just made them.
        columns = ", ".join(row[1] for row in target.execute(f"PRAGMA table_info({name})"))
        places = ", ".join("?" * (columns.count(",") + 1))
        target.execute(f"DELETE FROM {name}")  # noqa: S608
        rows = origin.execute(f"SELECT {columns} FROM {name}")  # noqa: S608
        target.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)  # noqa: S608
    # A number that people were told is never given to another win, not even to one after those that are there.
    for name, last in origin.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        if name in tables and isinstance(last, int):
            target.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            target.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  the only one that this program has
    return driver
