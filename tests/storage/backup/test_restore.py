"""Restoring: all or nothing, while others work, and to be taken back like any change."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from support.children import child, lines
from support.rows import State, state
from support.turning import undo
from support.wins import DAY, NOW, log, texts

from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.storage import journal, ledger, sqlite, upgrade
from habit_tracker.storage.backup import backups, copies, exchange
from habit_tracker.storage.backup.restore import Restored
from habit_tracker.storage.backup.restore import restore as restore_file
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import DamagedError, NewerSchemaError, StorageError
from habit_tracker.storage.history import history
from habit_tracker.storage.home import Home


def seen(database: Database) -> State:
    """What a person sees of it."""
    with database.reading() as connection:
        return state(connection)


@pytest.fixture
def copy(database: Database, tmp_path: Path) -> Path:
    """A copy with one win; the database has gone on to two."""
    log(database, "first")
    backups.make(database.home, tmp_path / "copy.db")
    log(database, "second")
    return tmp_path / "copy.db"


def restore(database: Database, file: Path) -> Restored:
    """Restore *file*."""
    return restore_file(database, file, f"restored {file.name}", NOW)


def test_a_restore_and_back(database: Database, copy: Path) -> None:
    """What was there is kept, and one undo brings it back; the next goes further back."""
    before = seen(database)
    restored = restore(database, copy)
    assert texts(database) == ["first"]
    assert restored.contents.wins == 1
    assert copies.look_into(restored.aside).wins == 2
    assert undo(database, NOW).words == "restored copy.db"
    assert seen(database) == before
    with database.reading() as connection:
        listed = [(change.words, bool(change.undone_at)) for change in history.newest(connection, 3)]
    assert listed == [("restored copy.db", True), ("logged win 2", False), ("logged win 1", False)]
    assert undo(database, NOW).words == "logged win 2"
    assert texts(database) == ["first"]


def test_a_big_database_is_restored(database: Database, tmp_path: Path) -> None:
    """More than SQLite holds in memory at once: pages of it reach the file before the end."""
    with database.writing() as connection:
        for number in range(400):
            journal.log(connection, f"{number}" * 5_000, DAY, NOW, "UTC")
        history.record(connection, "logged many wins", NOW)
    before = seen(database)
    backups.make(database.home, tmp_path / "copy.db")
    log(database, "one more")
    restore(database, tmp_path / "copy.db")
    assert seen(database) == before


def test_what_was_done_after_a_restore_is_taken_back_first(database: Database, copy: Path) -> None:
    """Then the restore."""
    before = seen(database)
    restore(database, copy)
    log(database, "third")
    assert [undo(database, NOW).words for _ in range(2)] == ["logged win 2", "restored copy.db"]
    assert seen(database) == before


def test_a_restore_of_a_restore(database: Database, copy: Path) -> None:
    """Copies of the same second do not overwrite one another."""
    before = seen(database)
    first, second = restore(database, copy), restore(database, copy)
    assert first.aside != second.aside
    for _ in range(2):
        undo(database, NOW)
    assert seen(database) == before


def test_the_file_stays_private_and_keeps_its_journal(database: Database, copy: Path) -> None:
    """Whatever the copy's own mode and journal are."""
    copy.chmod(0o644)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    aside = restore(database, copy).aside
    assert [stat.S_IMODE(path.stat().st_mode) for path in (database.home.database, aside)] == [0o600, 0o600]
    with database.reading() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "delete"
    assert texts(database) == ["first"]


def test_what_was_asked_since_is_not_asked_again(database: Database, copy: Path) -> None:
    """The ledger goes on, also when the restore is taken back."""
    asked = Nudge(NudgeKey(DAY, DAILY), NOW, Outcome.ANSWERED)
    with database.writing() as connection:
        ledger.write(connection, [asked])
    restore(database, copy)
    shown = asked._replace(key=NudgeKey(DAY, DAILY, 2), outcome=Outcome.SHOWN)
    with database.writing() as connection:
        assert ledger.find(connection, asked.key) == asked
        ledger.write(connection, [shown])
    undo(database, NOW)
    with database.reading() as connection:
        assert ledger.since(connection, DAY) == [asked, shown]


def test_an_empty_home_takes_a_copy(copy: Path, tmp_path: Path) -> None:
    """On a new computer; taking it back leaves nothing."""
    fresh = Database(Home(tmp_path / "fresh", tmp_path / "fresh"))
    restore(fresh, copy)
    assert texts(fresh) == ["first"]
    undo(fresh, NOW)
    assert texts(fresh) == []


def old_copy(path: Path) -> Path:
    """A database of the first schema with one win."""
    engine = sqlite.file_engine(path)
    with engine.execution_options(**{sqlite.WRITES: True}).begin() as connection:
        upgrade.migrate(connection, to="0001")
        connection.execute(
            text(
                "INSERT INTO wins (uid, day, text, source, logged_at, zone, updated_at) VALUES "
                "('u', '2026-01-01', 'old', 'shell', '2026-01-01 12:00:00', 'UTC', '2026-01-01 12:00:00')"
            )
        )
    return path


def test_an_older_copy_is_brought_up_to_date_on_the_way(database: Database, tmp_path: Path) -> None:
    """The copy itself stays as it is."""
    log(database, "new")
    old = old_copy(tmp_path / "old.db")
    whole = old.read_bytes()
    restore(database, old)
    assert texts(database) == ["old"]
    assert old.read_bytes() == whole
    undo(database, NOW)
    assert texts(database) == ["new"]


def newer(path: Path) -> None:
    """Let the copy say it has a schema that nobody knows."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def foreign(path: Path) -> None:
    """Make it a database of another program."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def half(path: Path) -> None:
    """Cut the file in half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garbage(path: Path) -> None:
    """Make it no database at all."""
    path.write_text("no database at all, but long enough" * 100)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (newer, NewerSchemaError),
        (foreign, StorageError),
        (half, DamagedError),
        (garbage, DamagedError),
        (Path.unlink, StorageError),
    ],
)
def test_a_file_that_is_no_good_copy_is_refused(
    database: Database, copy: Path, spoil: Callable[[Path], None], error: type[StorageError]
) -> None:
    """Nothing is changed, and nothing is left lying about."""
    spoil(copy)
    whole = database.home.database.read_bytes()
    with pytest.raises(error):
        restore(database, copy)
    assert database.home.database.read_bytes() == whole
    assert not database.home.backups.exists()


@pytest.mark.parametrize("spoil", [half, garbage])
def test_a_damaged_database_is_put_aside_and_replaced(
    database: Database, copy: Path, spoil: Callable[[Path], None]
) -> None:
    """Byte for byte."""
    spoil(database.home.database)
    damaged = database.home.database.read_bytes()
    aside = restore(database, copy).aside
    assert texts(database) == ["first"]
    assert aside.read_bytes() == damaged
    assert [stat.S_IMODE(path.stat().st_mode) for path in (database.home.database, aside)] == [0o600, 0o600]
    with pytest.raises(DamagedError):
        undo(database, NOW)
    assert texts(database) == ["first"]


def test_a_win_logged_meanwhile_is_not_lost(
    database: Database, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes between the copy of what is there and the restore is in the copy after all."""
    original, late = exchange.Hold.let_go, iter(["just now"])

    def overtaken(hold: exchange.Hold) -> None:
        original(hold)
        for words in late:
            log(database, words)

    monkeypatch.setattr(exchange.Hold, "let_go", overtaken)
    aside = restore(database, copy).aside
    assert copies.look_into(aside).wins == 3
    assert texts(database) == ["first"]
    undo(database, NOW)
    assert texts(database) == ["first", "second", "just now"]


def test_who_has_it_open_sees_the_restored_one(database: Database, copy: Path) -> None:
    """A connection that was there before the restore works on."""
    with closing(sqlite3.connect(database.home.database, isolation_level=None)) as other:
        assert other.execute("SELECT count(*) FROM wins").fetchone() == (2,)
        restore(database, copy)
        assert other.execute("SELECT count(*) FROM wins").fetchone() == (1,)
        other.execute("UPDATE wins SET text = 'still the same file'")
    assert texts(database) == ["still the same file"]


@pytest.mark.slow
def test_beside_somebody_who_never_stops_writing(database: Database, copy: Path) -> None:
    """Each win that was confirmed to them is there, or in what was kept."""
    writer = child("writer", database.home.folder, "w", 1000, 0)
    assert writer.stdout
    said, asides = [], []
    for _ in range(4):
        said += [writer.stdout.readline() for _ in range(5)]
        asides.append(restore(database, copy).aside)
    said += [writer.stdout.readline() for _ in range(5)]
    writer.kill()
    said += lines(writer)
    found = {text.split()[0] for file in asides for text in texts_in(file)} | {
        text.split()[0] for text in texts(database)
    }
    assert {line.split()[1] for line in said} <= found


def texts_in(file: Path) -> list[str]:
    """What the wins of a copy say."""
    with closing(sqlite3.connect(file)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM wins")]


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN; SELECT * FROM wins"])
def test_a_lock_held_too_long_is_said_and_nothing_is_changed(
    database: Database, copy: Path, lock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore never waits for ever."""
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    impatient = Database(database.home)
    with closing(sqlite3.connect(database.home.database, isolation_level=None)) as other:
        for statement in lock.split("; "):
            other.execute(statement).fetchone()
        with pytest.raises(StorageError, match="Another program is"):
            restore(impatient, copy)
        other.execute("ROLLBACK")
    assert texts(database) == ["first", "second"]
    restore(impatient, copy)
    assert texts(database) == ["first"]


def test_a_restore_of_long_ago_has_its_own_moment(database: Database, copy: Path) -> None:
    """History says when it was restored, not what the copy says."""
    restore_file(database, copy, "restored it", NOW + timedelta(days=400))
    with database.reading() as connection:
        assert history.standing(connection, 1)[0].at == NOW + timedelta(days=400)


def test_what_was_put_aside_and_is_gone_is_said(database: Database, copy: Path) -> None:
    """It was there for long enough to think better of it; nothing is changed."""
    restore(database, copy).aside.unlink()
    with pytest.raises(StorageError, match="is gone: such copies stay 30 days"):
        undo(database, NOW)
    assert texts(database) == ["first"]
