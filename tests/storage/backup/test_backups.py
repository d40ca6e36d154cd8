"""Copies: consistent, private, checked before they count, and never fewer good ones than there were."""

import os
import sqlite3
import stat
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete
from support.wins import NOW, log

from habit_tracker.domain.rotation import kept
from habit_tracker.private_files import sweep
from habit_tracker.storage import sqlite
from habit_tracker.storage.backup import backups, copies
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import DamagedError, NewerSchemaError, StorageError
from habit_tracker.storage.home import Home
from habit_tracker.storage.tables import wins


def mode(path: Path) -> int:
    """The permissions of *path*."""
    return stat.S_IMODE(path.stat().st_mode)


def names(home: Home) -> list[str]:
    """The files in the backups folder."""
    return sorted(path.name for path in home.backups.glob("*.db"))


def damage(path: Path) -> None:
    """Cut the file in half."""
    os.truncate(path, path.stat().st_size // 2)


def empty(database: Database) -> None:
    """Remove every win, as an undone import does."""
    with database.noting() as connection:
        connection.execute(delete(wins))


def test_a_copy_is_whole_and_private(database: Database, tmp_path: Path) -> None:
    """0600 for the file and 0700 for a folder that was missing, whatever the umask; nothing else is left there."""
    log(database)
    before = os.umask(0)
    try:
        contents = backups.make(database.home, tmp_path / "new" / "copy.db")
    finally:
        os.umask(before)
    assert contents.wins == 1
    assert [mode(path) for path in (tmp_path / "new", tmp_path / "new" / "copy.db")] == [0o700, 0o600]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["copy.db"]


def test_a_copy_made_while_somebody_writes_holds_only_what_was_finished(
    database: Database, tmp_path: Path
) -> None:
    """It does not wait for the writer, and does not see half of what it does."""
    log(database)
    with database.noting() as connection:
        connection.execute(delete(wins))
        assert backups.make(database.home, tmp_path / "copy.db").wins == 1


def test_there_is_nothing_to_copy_before_the_first_win(database: Database, tmp_path: Path) -> None:
    """An empty copy would only look like one."""
    with pytest.raises(StorageError, match="nothing to copy"):
        backups.make(database.home, tmp_path / "copy.db")
    assert not database.home.folder.exists()


def test_a_copy_replaces_a_copy_that_holds_no_more(database: Database, tmp_path: Path) -> None:
    """And none that does, nor any other file, nor the database itself."""
    for _ in range(2):
        log(database)
        backups.make(database.home, tmp_path / "copy.db")
    empty(database)
    with pytest.raises(StorageError, match="holds 2 wins, the database only 0"):
        backups.make(database.home, tmp_path / "copy.db")
    (tmp_path / "letter").write_text("Dear ...")
    with pytest.raises(DamagedError, match="not a database"):
        backups.make(database.home, tmp_path / "letter")
    with pytest.raises(StorageError, match="the database itself"):
        backups.make(database.home, database.home.database)
    assert copies.look_into(tmp_path / "copy.db").wins == 2
    assert (tmp_path / "letter").read_text() == "Dear ..."


def test_what_is_no_good_copy_is_told_apart(database: Database, tmp_path: Path) -> None:
    """Missing, empty, of another program, of a newer version, cut off, or changed in the middle."""
    log(database, "x" * 10_000)
    good = tmp_path / "copy.db"
    backups.make(database.home, good)
    whole = good.read_bytes()
    with closing(sqlite3.connect(good)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchemaError):
        copies.look_into(good)
    with closing(sqlite3.connect(good)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(StorageError, match="another program"):
        copies.look_into(good)
    for content in (whole[: len(whole) // 2], whole[:8192] + b"\xff" * 4096 + whole[12288:], b"x" * 5000):
        good.write_bytes(content)
        with pytest.raises(DamagedError):
            copies.look_into(good)
    good.write_bytes(b"")
    with pytest.raises(StorageError, match="is empty"):
        copies.look_into(good)
    with pytest.raises(StorageError, match="no file"):
        copies.look_into(tmp_path / "nowhere.db")
    with pytest.raises(sqlite3.OperationalError):
        sqlite.connected(tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()


def test_one_copy_a_day(database: Database) -> None:
    """The second look of a day finds it there, and changes nothing."""
    assert backups.daily(database.home, NOW) is None
    assert not database.home.folder.exists()
    log(database)
    for _ in range(2):
        assert backups.daily(database.home, NOW) is None
        assert names(database.home) == ["daily-2026-11-23.db"]
        log(database)
    assert copies.look_into(database.home.backups / "daily-2026-11-23.db").wins == 1


@pytest.mark.slow
def test_old_daily_copies_are_dropped(database: Database) -> None:
    """What a person made or a restore put aside is not."""
    log(database)
    backups.make(database.home, database.home.backups / "backup-20260101T000000Z.db")
    days = [NOW + timedelta(days=number) for number in range(45)]
    for day in days:
        backups.daily(database.home, day)
    expected = [f"daily-{day}.db" for day in sorted(kept(day.date() for day in days))]
    assert names(database.home) == ["backup-20260101T000000Z.db", *expected]


@pytest.mark.slow
def test_a_fuller_copy_outlives_its_time(database: Database) -> None:
    """A database that was emptied drives out no copy from before, and it is said."""
    log(database)
    backups.daily(database.home, NOW)
    empty(database)
    notes = [backups.daily(database.home, NOW + timedelta(days=number)) for number in range(1, 30)]
    assert "daily-2026-11-23.db" in names(database.home)
    assert notes[0] is None
    assert "fewer wins than before" in str(notes[-1])
    assert "daily-2026-11-23.db" in str(notes[-1])


def test_a_damaged_database_drives_out_nothing(database: Database) -> None:
    """No copy is made of it, and the copies from before stay."""
    log(database, "x" * 10_000)
    backups.daily(database.home, NOW)
    damage(database.home.database)
    for number in range(1, 30):
        with pytest.raises(DamagedError):
            backups.daily(database.home, NOW + timedelta(days=number))
    assert names(database.home) == ["daily-2026-11-23.db"]


def test_a_damaged_copy_takes_no_good_ones_place(database: Database) -> None:
    """It is left alone and does not count: as many good ones are kept as if it were not there."""
    log(database)
    days = [NOW + timedelta(days=number) for number in range(8)]
    for day in days[:7]:
        backups.daily(database.home, day)
    damage(database.home.backups / "daily-2026-11-25.db")
    backups.daily(database.home, days[7])
    assert len(names(database.home)) == 8


def test_what_was_put_aside_goes_in_its_time(database: Database) -> None:
    """The newest five of a kind and all of thirty days stay, and whatever a person has named."""
    log(database)
    folder = database.home.backups
    for number in range(8):
        day = f"202610{number + 10}T120000Z"
        for name in (f"before-restore-{day}.db", f"before-schema-0004-{day}.db", f"backup-{day}.db"):
            backups.make(database.home, folder / name)
        (folder / f"damaged-{day}.db").write_bytes(b"x" * 5000)
        (folder / f"damaged-{day}.db-journal").write_bytes(b"x")
    for name in ("before-restore-the-move.db", "damaged-20261010.db"):
        backups.make(database.home, folder / name)
    backups.daily(database.home, NOW)
    left = names(database.home)
    for kind, number in {"before-restore-2": 5, "before-schema-": 5, "damaged-2": 6, "backup-": 8}.items():
        assert len([name for name in left if name.startswith(kind)]) == number, kind
    assert "before-restore-the-move.db" in left
    assert "damaged-20261017T120000Z.db" in left
    assert len(list(folder.glob("*-journal"))) == 5
    assert {path.name.removesuffix(".sha256") for path in folder.glob("*.sha256")} <= set(left)


def test_what_holds_more_than_the_database_stays(database: Database) -> None:
    """A restore by mistake must not drive out what was there before it."""
    log(database)
    for number in range(8):
        backups.make(database.home, database.home.backups / f"before-restore-202510{number + 10}T120000Z.db")
    empty(database)
    assert "so these copies of it stay" in str(backups.daily(database.home, NOW))
    assert len(names(database.home)) == 9


def test_what_a_crash_left_is_swept_away(database: Database) -> None:
    """Once it is sure that nobody works on it any more."""
    log(database)
    backups.daily(database.home, NOW)
    old, new = (database.home.backups / f".daily-{name}.db.1.part" for name in ("old", "new"))
    for part, age in ((old, timedelta(days=3)), (new, timedelta())):
        part.touch()
        at = time.time() - age.total_seconds()
        os.utime(part, (at, at))
    sweep(database.home.backups, ".*.part*")
    assert (old.exists(), new.exists()) == (False, True)


def test_the_latest_is_the_newest_good_one_that_was_not_put_aside(database: Database) -> None:
    """What a restore replaced is not wanted back unasked."""
    log(database, "x" * 10_000)
    for number, name in enumerate(["daily-2026-11-21.db", "daily-2026-11-22.db", "before-restore-1.db"]):
        copy = database.home.backups / name
        backups.make(database.home, copy)
        if number == 1:
            damage(copy)
        os.utime(copy, (1000 + number, 1000 + number))
    found = backups.latest(database.home)
    assert found
    assert found.path.name == "daily-2026-11-21.db"
    assert [one.contents is None for one in backups.every(database.home.backups)] == [False, True, False]
    assert found.at == datetime.fromtimestamp(1000, UTC)


def test_a_damaged_database_says_where_the_last_good_copy_is(database: Database) -> None:
    """And what to type."""
    log(database, "x" * 10_000)
    damage(database.home.database)
    with pytest.raises(DamagedError, match="no good copy"), database.reading():
        pass
    database.home.database.unlink()
    log(database)
    backups.daily(database.home, NOW)
    damage(database.home.database)
    for block in (database.reading, database.writing):
        with pytest.raises(DamagedError) as caught, block():
            pass
        assert "parts of the file are missing" in str(caught.value)
        assert "daily-2026-11-23.db (1 win)" in str(caught.value)
        assert "`habit restore latest`" in str(caught.value)


def test_a_new_beginning_beside_old_copies_is_told(database: Database) -> None:
    """Whoever lost the file learns that it is not all lost."""
    log(database)
    backups.daily(database.home, NOW)
    database.home.database.unlink()
    told: list[str] = []
    log(Database(database.home, told.append))
    assert "`habit backup --list`" in told[0]


def test_dates_of_copies_are_those_of_their_names() -> None:
    """The day is the UTC day, the same wherever the person is."""
    home = Home(Path("/nowhere"), Path("/nowhere"))
    assert backups.place(home, "backup", NOW).name == "backup-20261123T130000Z.db"
    assert date.fromisoformat("2026-11-23") == NOW.date()
