"""The schema: which one a file has."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, inspect

from habit_tracker.storage import sqlite
from habit_tracker.storage.errors import DamagedError, NewerSchemaError

HEAD = "0009"
"""The newest migration. Migrations are numbered, so that a greater one is a newer one."""


def found(connection: Connection) -> str | None:
    """The schema of the database, None for an empty one. Costs one query on a database of ours.

    Raises NewerSchemaError for one that this program does not know, DamagedError for one that is not ours, or in
    which others have hidden something that acts by itself.
    """
    path = connection.engine.url.database
    try:
        row = connection.exec_driver_sql(sqlite.SCHEMA).one_or_none()
    except Exception:
        if inspect(connection).get_table_names():
            raise not_ours(path) from None
        return None
    if row and row[1]:
        raise DamagedError(f"{path} holds something that this program did not put there: {row[1]}.")
    return known(row, path)


def known(row: Sequence[Any] | None, path: object) -> str:
    """The schema that the *row* of the table of versions names. Raises as `found` does."""
    version = row[0] if row else None
    if not (isinstance(version, str) and len(version) == len(HEAD) and version.isdecimal()):
        raise DamagedError(f"The database {path} is damaged: it does not say what it holds.")
    if version > HEAD:
        raise NewerSchemaError(
            f"The database was upgraded by a newer version of the program (schema {version}; this one knows "
            f"{HEAD}). Install the newer version again: nothing was changed."
        )
    return version


def not_ours(path: object) -> DamagedError:
    """That the tables at *path* are none of this program's."""
    return DamagedError(
        f"{path} is a database of another program, or damaged. Move it away, or name another folder with "
        "HABIT_TRACKER_HOME."
    )
