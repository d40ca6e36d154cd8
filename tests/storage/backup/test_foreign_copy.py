"""Restoring a file that somebody else has made: rows come in, nothing that acts by itself, and it ends."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.wins import NOW, log, texts

from habit_tracker.storage import sqlite
from habit_tracker.storage.backup import backups, copies
from habit_tracker.storage.backup.restore import restore
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import DamagedError, StorageError

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x < 0"
ADDITIONS = [
    "DROP TRIGGER wins_inserted; CREATE TRIGGER wins_inserted AFTER INSERT ON wins BEGIN DELETE FROM wins; END",
    "CREATE TRIGGER t AFTER INSERT ON wins BEGIN UPDATE wins SET text = 'gone' WHERE id < new.id; END",
    "CREATE VIEW v AS SELECT * FROM wins",
    f"CREATE VIEW endless AS {ENDLESS}",
    "CREATE TABLE more (a); INSERT INTO more VALUES (1)",
    "CREATE INDEX more ON wins (abs(confidence))",
    "ALTER TABLE wins ADD COLUMN more TEXT",
]


def change(path: Path, script: str) -> None:
    """Change a copy as its sender could."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def objects(path: Path) -> list[tuple[str, str, str]]:
    """All that the schema holds."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master"))


@pytest.fixture
def copy(database: Database, tmp_path: Path) -> Path:
    """A copy with two wins."""
    for text in ("first", "second"):
        log(database, text)
    backups.make(database.home, tmp_path / "copy.db")
    return tmp_path / "copy.db"


@pytest.mark.parametrize("script", ADDITIONS)
def test_only_rows_come_in(database: Database, copy: Path, script: str) -> None:
    """The schema afterwards is ours, word for word, and the next win changes no other."""
    ours = objects(database.home.database)
    change(copy, script)
    restore(database, copy, "restored", NOW)
    assert objects(database.home.database) == ours
    log(database, "third")
    assert texts(database) == ["first", "second", "third"]


def test_numbers_go_on(database: Database, copy: Path) -> None:
    """A number that was told is not given again, also when its win is not in the copy any more."""
    change(copy, "UPDATE sqlite_sequence SET seq = 70 WHERE name = 'wins'")
    restore(database, copy, "restored", NOW)
    assert log(database, "next") == 71


@pytest.mark.parametrize(
    "script",
    [
        f"DROP TABLE wins; CREATE VIEW wins AS {ENDLESS}",
        f"DROP TABLE alembic_version; CREATE VIEW alembic_version (version_num) AS {ENDLESS}",
        "DROP TABLE settings; CREATE VIRTUAL TABLE settings USING fts5(key, value)",
        "ALTER TABLE wins ADD COLUMN more GENERATED ALWAYS AS (zeroblob(1000000000))",
        "ALTER TABLE wins RENAME COLUMN text TO words",
        "DROP TABLE day_starts",
        "UPDATE wins SET day = 'some day'",
        "UPDATE wins SET text = CAST(x'ff41' AS TEXT)",
        "UPDATE alembic_version SET version_num = 'x'",
        "DELETE FROM alembic_version",
    ],
)
def test_what_only_looks_like_ours_is_refused_at_once(database: Database, copy: Path, script: str) -> None:
    """Nothing is changed by it, and none of it is run."""
    change(copy, script)
    with pytest.raises(StorageError):
        restore(database, copy, "restored", NOW)
    assert texts(database) == ["first", "second"]


def test_looking_ends(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a file makes SQLite do: after the time for it, in one sentence."""
    monkeypatch.setattr(sqlite, "LOOK_SECONDS", -1)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(
            "INSERT INTO settings WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 90000) "
            "SELECT x, '', '2026-11-23 12:00:00', NULL FROM n"
        )
        connection.commit()
    with pytest.raises(StorageError, match="takes longer to look into"):
        copies.look_into(copy)


@pytest.mark.slow
@pytest.mark.parametrize("script", ADDITIONS[:4])
@pytest.mark.parametrize("use", [lambda database: log(database, "third"), texts])
def test_what_acts_by_itself_is_not_let_act(
    database: Database, copy: Path, script: str, use: Callable[[Database], object]
) -> None:
    """A file that was put in the place of the database with a trigger in it: said with the way out."""
    backups.daily(database.home, NOW)
    copy.replace(database.home.database)
    change(database.home.database, script)
    with pytest.raises(DamagedError, match=r"did not put there: (trigger|view).*`habit restore latest`"):
        use(database)
    restore(database, database.home.backups / "daily-2026-11-23.db", "restored", NOW)
    assert texts(database) == ["first", "second"]


def test_the_file_is_not_trusted(database: Database, copy: Path) -> None:
    """As SQLite advises for files that others may have made."""
    asked = ("trusted_schema", "cell_size_check")
    with closing(sqlite.connected(copy)) as connection:
        assert [connection.execute(f"PRAGMA {name}").fetchone() for name in asked] == [(0,), (1,)]
    with database.reading() as reading:
        assert [reading.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == [0, 1]
