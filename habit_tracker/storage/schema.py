"""The schema: which one a file has, and how an older one is brought up to date."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table

from habit_tracker.storage import sqlite
from habit_tracker.storage.errors import NewerSchemaError, StorageError
from habit_tracker.storage.home import Home

HEAD = "0003"
"""The newest migration. Migrations are numbered, so that a greater one is a newer one."""

_versions = table("alembic_version", column("version_num"))


def found(connection: Connection) -> str | None:
    """The schema of the database, None for an empty one. Costs one query on a database of ours.

    Raises NewerSchemaError for one that this program does not know, StorageError for one that is not ours.
    """
    try:
        version = connection.scalar(select(_versions.c.version_num))
    except Exception:
        if inspect(connection).get_table_names():
            raise _not_ours(connection) from None
        return None
    if version is not None and version > HEAD:
        raise NewerSchemaError(
            f"The database was upgraded by a newer version of the program (schema {version}; this one knows "
            f"{HEAD}). Install the newer version again: nothing was changed."
        )
    return version


def _not_ours(connection: Connection) -> StorageError:
    path = connection.engine.url.database
    return StorageError(
        f"{path} is a database of another program. Move it away, or name another folder with HABIT_TRACKER_HOME."
    )


def upgrade(engine: Engine, home: Home, tell: Callable[[str], None]) -> None:
    """Bring the database to HEAD, all or nothing; an existing one is copied first."""
    from habit_tracker.storage import copies

    with engine.execution_options(**{sqlite.WRITES: True}).begin() as connection:
        before = found(connection)  # again, now that nobody else can write
        if before == HEAD:
            return
        if before:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            copy = home.backups / f"before-schema-{HEAD}-{stamp}.db"
            copies.make(home.database, copy)
            tell(f"The database is brought up to date; a copy of it as it was is {copy}.")
        elif any(home.backups.glob("*.db")):
            tell(
                "There was no database: a new one is begun. `habit backup --list` shows copies of an earlier one."
            )
        migrate(connection)


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
