"""The schema: upgraded with a copy made first, refused when it is newer."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from habit_tracker.storage import schema, upgrade
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import NewerSchemaError, StorageError
from habit_tracker.storage.tables import metadata


def stamp(path: Path, version: str) -> None:
    """Let the file at *path* say it has the schema *version*."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [version])


def make(database: Database) -> Path:
    """An empty database file."""
    with database.writing():
        pass
    return database.home.database


def test_the_known_head_is_the_newest_migration() -> None:
    """The check at start compares with a constant."""
    config = Config()
    config.set_main_option("script_location", str(upgrade.migrations_folder()))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_the_migrations_make_what_the_tables_say(database: Database) -> None:
    """Nothing is missing and nothing is left over."""
    make(database)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_newer_schema_is_refused(database: Database) -> None:
    """With what to do, for reading and for writing."""
    stamp(make(database), "9999")
    for block in (database.reading, database.writing):
        with pytest.raises(NewerSchemaError, match="Install the newer version"), block():
            pass


def test_a_failing_first_migration_leaves_a_file_that_still_opens(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was half made is taken back, and the next start makes it whole."""

    def fails_half_way(connection: Connection) -> None:
        schema_migrate(connection)
        raise ZeroDivisionError

    schema_migrate = upgrade.migrate
    monkeypatch.setattr(upgrade, "migrate", fails_half_way)
    with pytest.raises(ZeroDivisionError), database.writing():
        pass
    monkeypatch.undo()
    with database.writing() as connection:
        assert schema.found(connection) == schema.HEAD


@pytest.mark.parametrize("name", ["100%", "with space", "ünï"])
def test_any_folder_name_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A percent sign means something to Alembic's configuration."""
    from habit_tracker.storage.home import Home

    make(Database(Home(tmp_path / name, tmp_path)))
    elsewhere = tmp_path / name / "migrations"
    elsewhere.symlink_to(upgrade.migrations_folder())
    monkeypatch.setattr(upgrade, "migrations_folder", lambda: elsewhere)
    make(Database(Home(tmp_path / name / "second", tmp_path)))


def test_a_database_without_a_version_is_not_ours(database: Database) -> None:
    """Tables without the version that says which."""
    path = make(database)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(StorageError, match="another program"), database.reading():
        pass
