"""A new database in tests: what the migrations make of an empty file, made once and then repeated."""

import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from habit_tracker.storage import schema, upgrade
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

really_migrate = upgrade.migrate


@cache
def statements() -> list[str]:
    """All that the migrations leave in an empty file, as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), Path(folder))
        with Database(home).noting():
            pass
        with closing(sqlite3.connect(home.database)) as made:
            dump = list(made.iterdump())
    return [line for line in dump if line not in {"BEGIN TRANSACTION;", "COMMIT;"}]


def migrate(connection: Connection, to: str = "head") -> None:
    """The same as the program does, at once where there is nothing yet."""
    if to != "head" or schema.found(connection):
        really_migrate(connection, to)
        return
    for statement in statements():
        connection.exec_driver_sql(statement)
