"""Bringing the database up to date: the migrations, and an empty database where there is none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from habit_tracker.storage import sqlite
from habit_tracker.storage.errors import DamagedError, StorageError
from habit_tracker.storage.home import Home
from habit_tracker.storage.schema import HEAD, found


def upgrade(engine: Engine, home: Home, tell: Callable[[str], None], *, begun: bool) -> None:
    """Bring the database to HEAD, all or nothing; an existing one is copied first.

    An empty file was either *begun* just now, or it is what is left of a database: raises DamagedError then, if
    there are copies of one.
    """
    from habit_tracker.storage.backup import copies

    with engine.execution_options(**{sqlite.WRITES: True}).begin() as connection:
        before = found(connection)  # again, now that nobody else can write
        if before == HEAD:
            return
        if before:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            copy = home.backups / f"before-schema-{HEAD}-{stamp}.db"
            copies.make(home.database, copy)
            tell(f"The database is brought up to date; a copy of it as it was is {copy}.")
        elif _may_have_copies(home, tell):
            if not begun:
                raise DamagedError(f"The database {home.database} is empty: what was in it is gone.")
            tell(
                "There was no database: a new one is begun. `habit backup --list` shows copies of an earlier one."
            )
        migrate(connection)


def _may_have_copies(home: Home, tell: Callable[[str], None]) -> bool:
    from habit_tracker.storage.backup.second_set import folder_of

    try:
        return bool(home.copies()) or folder_of(home) is not None
    except StorageError as error:
        tell(str(error))
        return True


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring the database up to date within the open transaction, with no copy made first."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def migrations_folder() -> Path:
    """The migrations: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "migrations"
    return packaged if packaged.exists() else package.parent / "migrations"


@contextmanager
def empty() -> Iterator[Connection]:
    """A connection to an empty database that is kept nowhere."""
    from habit_tracker.storage.tables import metadata

    engine = sqlite.empty_engine()
    try:
        with engine.connect() as connection:
            metadata.create_all(connection)
            yield connection
    finally:
        engine.dispose()
