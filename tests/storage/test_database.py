"""The database file: made privately, read without being made, changed wholly or not at all."""

import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import text
from support.wins import log_many

from habit_tracker.private_files import make_private_file
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import Home

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)


def log(database: Database, words: str = "a win") -> int:
    """Log a win; its number."""
    with database.noting() as connection:
        return journal.log(connection, words, DAY, NOW, "UTC").id


def mode(path: Path) -> int:
    """The permissions of *path*."""
    return stat.S_IMODE(path.stat().st_mode)


def test_reading_makes_nothing(database: Database) -> None:
    """A home that is not there reads as an empty one."""
    with database.reading() as connection:
        assert journal.days(connection) == []
    assert not database.home.folder.exists()


def test_what_is_written_is_private(database: Database) -> None:
    """0600 for the file and 0700 for its folder, whatever the umask."""
    before = os.umask(0)
    try:
        log(database)
    finally:
        os.umask(before)
    assert mode(database.home.database) == 0o600
    assert mode(database.home.folder) == 0o700


def test_the_journal_file_of_a_change_is_private(database: Database) -> None:
    """SQLite makes it, beside the file, with what was there before."""
    log(database)
    before = os.umask(0)
    try:
        with database.noting() as connection:
            journal.log(connection, "half", DAY, NOW, "UTC")
            assert mode(Path(f"{database.home.database}-journal")) == 0o600
    finally:
        os.umask(before)


def test_a_failed_change_leaves_nothing(database: Database) -> None:
    """All of a block, or none of it."""
    log(database)
    with pytest.raises(ZeroDivisionError), database.noting() as connection:
        journal.log(connection, "half", DAY, NOW, "UTC")
        raise ZeroDivisionError
    with database.reading() as connection:
        assert [win.text for win in journal.between(connection, DAY, DAY)] == ["a win"]


def test_the_settings_that_keep_a_promise(database: Database) -> None:
    """A rollback journal, full synchronisation, foreign keys."""
    log(database)
    with database.reading() as connection:
        asked = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "delete", "synchronous": 2, "foreign_keys": 1}


def test_looking_after_the_file_gives_up_no_lock(database: Database) -> None:
    """Closing a file frees what the process has locked in it, whichever connection holds it."""
    log(database)
    with database.noting() as connection:
        make_private_file(database.home.database)
        journal.log(connection, "second", DAY, NOW, "UTC")
        write = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        other = [sys.executable, "-c", write, str(database.home.database)]
        tried = subprocess.run(other, capture_output=True, text=True, check=False)
    assert "database is locked" in tried.stderr


def test_a_locked_database_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the wait, in one sentence, with nothing changed."""
    log(database)
    monkeypatch.setattr("habit_tracker.storage.sqlite.BUSY_SECONDS", 0.05)
    impatient = Database(database.home)
    with closing(sqlite3.connect(database.home.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="Another program is writing"):
            log(impatient)
    assert log(impatient) == 2


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be read as one" * 20])
def test_a_file_that_is_no_database_is_left_alone(database: Database, content: bytes) -> None:
    """Nothing of it is changed."""
    database.home.folder.mkdir()
    database.home.database.write_bytes(content)
    for block in (database.reading, database.writing):
        with pytest.raises(StorageError, match="not a database of this program"), block():
            pass
    assert database.home.database.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(database: Database) -> None:
    """It has tables, and none of them is ours."""
    database.home.folder.mkdir()
    with closing(sqlite3.connect(database.home.database)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StorageError, match="database of another program"), database.noting():
        pass


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")
    blocked = Database(Home(tmp_path / "file" / "home", tmp_path))
    with pytest.raises(StorageError, match="file"):
        log(blocked)


@pytest.mark.slow
def test_processes_that_race_to_make_it_all_succeed(home: Home) -> None:
    """Whoever is first makes it; everybody's win is kept."""
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        numbers = list(pool.map(log_many, [home] * 8, range(8), [1] * 8))
    assert sorted(number for (number,) in numbers) == list(range(1, 9))
