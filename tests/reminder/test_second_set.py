"""The second set of daily copies, made by the reminder: on a disk that may be away, full, slow or another's."""

import json
import logging
import os
import shutil
import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import Habit
from support.wins import NOW, log

from habit_tracker.reminder import second_set as process
from habit_tracker.reminder.daily_backup import DailyBackup
from habit_tracker.reminder.second_set import PAUSE, SecondSetKeeper
from habit_tracker.storage.backup import backups, reading_back, second_set
from habit_tracker.storage.backup.second_set import MARK
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home
from habit_tracker.storage.settings import BACKUP_FOLDER, put

pytestmark = pytest.mark.slow

LOGGER = logging.getLogger("test")
REAL_DAY = "daily-2026-11-23.db"


@pytest.fixture
def disk(tmp_path: Path, habit: Habit, database: Database) -> Path:
    """Another disk, named as people name them, with the copies of the first day."""
    folder = tmp_path / "my disk é"
    folder.mkdir(0o700)
    log(database)
    backups.daily(database.home, NOW)
    assert habit("config", "backup-folder", str(folder)).exit_code == 0
    return folder


def names(folder: Path) -> list[str]:
    """The copies in it."""
    return sorted(path.name for path in folder.glob("*.db"))


def look(home: Home, now: datetime) -> second_set.SecondSet:
    """What is known once the reminder has looked, and its process has ended."""
    keeper = SecondSetKeeper(home, LOGGER)
    keeper.look(now)
    settle(keeper, now)
    found = second_set.known(home)
    assert found
    return found


def settle(keeper: SecondSetKeeper, now: datetime) -> None:
    """Look until the process has ended."""
    deadline = time.monotonic() + 60
    while keeper._attempt:
        assert time.monotonic() < deadline
        time.sleep(0.01)
        keeper._attend(keeper._attempt)


def test_the_copies_go_there_at_once(disk: Path, database: Database) -> None:
    """Private, each with its sum, and the same as in the data folder."""
    assert names(disk) == [REAL_DAY]
    subprocess.run(["sha256sum", "-c", f"{REAL_DAY}.sha256"], cwd=disk, check=True, capture_output=True)
    assert (disk / REAL_DAY).read_bytes() == (database.home.backups / REAL_DAY).read_bytes()
    assert {path.stat().st_mode & 0o777 for path in disk.iterdir()} == {0o600}


def test_each_day_has_its_copy_there_too(disk: Path, database: Database) -> None:
    """The reminder sees to it; once a day, however often it looks."""
    daily = DailyBackup(database.home, LOGGER)
    tomorrow = NOW + timedelta(days=1)
    daily.look(tomorrow)
    settle(daily._second_set, tomorrow)
    assert names(disk) == [REAL_DAY, "daily-2026-11-24.db"]
    (disk / "daily-2026-11-24.db").unlink()
    daily.look(tomorrow + timedelta(hours=1))
    assert daily._second_set._attempt is None


@pytest.mark.slow
def test_a_disk_that_was_away_is_caught_up_with(disk: Path, database: Database, habit: Habit) -> None:
    """Its place stays empty meanwhile; then it has what the rule keeps, and nothing more is in the first set."""
    away = disk.with_name("away")
    disk.rename(away)
    days = [NOW + timedelta(days=number) for number in range(1, 12)]
    for day in days:
        backups.daily(database.home, day)
    assert look(database.home, days[-1]).trouble == f"{disk} is not there: the disk may be away."
    disk.mkdir()
    found = look(database.home, days[-1] + PAUSE)
    assert found.trouble == f"{disk} is empty, or another disk: the disk may be away."
    assert list(disk.iterdir()) == []
    assert found.written_at
    assert found.written_at.date() == NOW.date()
    words = {one["name"]: one["words"] for one in json.loads(habit("doctor", "--json").stdout)["checks"]}
    assert words["second_set"] == f"last written on 2026-11-23. {found.trouble}"
    disk.rmdir()
    away.rename(disk)
    found = look(database.home, days[-1] + 2 * PAUSE)
    assert (found.trouble, found.number) == (None, len(names(disk)))
    assert names(disk) == names(database.home.backups)
    assert [(disk / name).stat().st_mtime_ns for name in names(disk)] == [
        (database.home.backups / name).stat().st_mtime_ns for name in names(disk)
    ]


@pytest.mark.slow
def test_after_a_failure_it_waits_an_hour(disk: Path, database: Database) -> None:
    """Unless the clock was ahead when it failed."""
    tomorrow = NOW + timedelta(days=1)
    away = disk.rename(disk.with_name("away"))
    assert look(database.home, tomorrow).trouble
    away.rename(disk)
    assert look(database.home, tomorrow + timedelta(minutes=59)).trouble
    assert look(database.home, tomorrow - timedelta(days=300)).trouble is None


@pytest.mark.slow
def test_what_hangs_is_left_alone_in_its_time(
    disk: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reminder goes on meanwhile, and the next attempt is a new one."""
    (disk / MARK).unlink()
    os.mkfifo(disk / MARK)
    monkeypatch.setattr(process, "LIMIT", 1.5)
    keeper = SecondSetKeeper(database.home, LOGGER)
    begun = time.monotonic()
    keeper.look(NOW + timedelta(days=1))
    keeper.look(NOW + timedelta(days=1))
    assert time.monotonic() - begun < 1
    settle(keeper, NOW)
    found = second_set.known(database.home)
    assert found
    assert found.trouble == f"{disk} did not answer within 2 seconds."


def test_a_person_does_not_wait_for_ever(
    habit: Habit, tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting stays as it was."""
    log(database)
    os.mkfifo(tmp_path / MARK)
    monkeypatch.setattr(process, "PATIENCE", 1.0)
    found = habit("config", "backup-folder", str(tmp_path))
    assert "Nothing was changed" in found.stderr
    assert "did not answer" in found.stderr
    assert habit("config", "backup-folder").stdout == "off\n"


@pytest.mark.slow
@pytest.mark.parametrize("size", [50_000, 150])
def test_a_full_disk_loses_nothing(database: Database, tmp_path: Path, habit: Habit, size: int) -> None:
    """Neither here nor there."""
    disk = tmp_path / "small"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("only root mounts a small disk")
    try:
        log(database)
        said = habit("config", "backup-folder", str(disk))
        if size > 1000:
            (disk / "filler").write_bytes(bytes((size - 300) * 1024))
        for number in range(1, 5):
            log(database)
            backups.daily(database.home, NOW + timedelta(days=number))
        if not said.exit_code:
            found = look(database.home, NOW + timedelta(days=4))
            assert found.trouble
            assert found.trouble.startswith("The disk is full")
            assert all(one.contents for one in backups.every(disk))
            assert not list(disk.glob(".*.part*"))
        else:
            assert "The disk is full" in said.stderr
            assert list(disk.iterdir()) == []
        assert len(names(database.home.backups)) == 4
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.slow
def test_what_has_rotted_there_is_found(disk: Path, database: Database, habit: Habit) -> None:
    """Once a week, as at home."""
    (disk / REAL_DAY).write_bytes((disk / REAL_DAY).read_bytes().replace(b"accomplished", b"accomplishes"))
    with (disk / REAL_DAY).open("ab") as file:
        file.write(b"\0")
    found = look(database.home, NOW + timedelta(days=8))
    assert found.bad
    assert REAL_DAY in str(found.read_back)
    found_there = reading_back.last(disk)
    assert found_there
    assert found_there.bad == [REAL_DAY]


def test_when_the_disk_at_home_failed_the_copies_elsewhere_come_back(
    disk: Path, database: Database, habit: Habit
) -> None:
    """Named by every command that runs into the damage, and brought back by the same command."""
    shutil.rmtree(database.home.backups)
    database.home.database.write_bytes(database.home.database.read_bytes()[:5000])
    found = habit("wins")
    assert (
        f"The last good copy is {disk / REAL_DAY} (1 win): `habit restore latest` brings it back" in found.stderr
    )
    away = disk.rename(disk.with_name("away"))
    assert f"or {disk}, which cannot be reached now." in habit("restore", "latest", "--yes").stderr
    away.rename(disk)
    database.home.database.unlink()
    for command in ("backup", "restore"):
        assert f"In {disk}:" in habit(command, "--list").stdout
    assert habit("restore", "latest", "--yes").exit_code == 0
    assert len(json.loads(habit("wins", "--json").stdout)) == 1


@pytest.mark.slow
def test_a_restore_and_an_import_leave_it_as_it_is_here(
    disk: Path, database: Database, habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where copies go means nothing on another computer; and a file from elsewhere sends none away."""
    habit("export", str(tmp_path / "all.json"))
    habit("backup", str(tmp_path / "other.db"))
    habit("config", "backup-folder", "off")
    assert habit("restore", str(tmp_path / "other.db"), "--yes").exit_code == 0
    assert habit("config", "backup-folder").stdout == "off\n"
    with database.noting() as connection:
        put(connection, BACKUP_FOLDER, "off", NOW - timedelta(days=900))
    assert habit("import", str(tmp_path / "all.json"), "--yes").exit_code == 0
    assert habit("config", "backup-folder").stdout == "off\n"
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "new"))
    assert "backup-folder" not in (tmp_path / "all.json").read_text()
    assert habit("import", str(tmp_path / "all.json"), "--yes").exit_code == 0
    assert habit("config", "backup-folder").stdout == "off\n"


def test_what_a_person_has_collected_is_not_dropped(habit: Habit, tmp_path: Path, database: Database) -> None:
    """A folder with daily copies of another origin is no place for those that come and go."""
    log(database)
    (tmp_path / "daily-2020-01-01.db").write_bytes(b"mine")
    found = habit("config", "backup-folder", str(tmp_path))
    assert "holds daily copies already" in found.stderr
    assert not (tmp_path / MARK).exists()


@pytest.mark.slow
def test_two_data_folders_do_not_share_one(disk: Path, habit: Habit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their copies would have the same names."""
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(disk.parent / "another"))
    habit("log", "x")
    found = habit("config", "backup-folder", str(disk))
    assert (found.exit_code, found.stdout) == (1, "")
    assert "holds the copies of another data folder" in found.stderr


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("missing", "There is no folder"),
        ("file", "is not a folder"),
        ("home/backups/x", "lies in the data folder"),
        ("\x1b[31m", "is no folder that can be kept"),
        ("caf\udce9", "is no folder that can be kept"),
        ("~nobody-of-that-name/x", "begins with somebody who is not here"),
        ("x" * 5000, "is no folder that can be kept"),
        (" ", "is no folder that can be kept"),
    ],
)
def test_what_is_no_place_for_it_is_refused(
    habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str
) -> None:
    """In one sentence, and the setting stays."""
    habit("log", "x")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    (tmp_path / "home/backups/x").mkdir(parents=True)
    found = habit("config", "backup-folder", place)
    assert found.exit_code in {1, 2}
    assert (found.stdout, found.stderr.count("\n")) == ("", 1)
    assert said in found.stderr
    assert len(found.stderr) < 400
    assert habit("config", "backup-folder").stdout == "off\n"


@pytest.mark.slow
def test_a_folder_where_others_may_write_is_named(habit: Habit, tmp_path: Path) -> None:
    """It is used all the same, and doctor says it too."""
    habit("log", "x")
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    assert "Others on this computer may replace" in habit("config", "backup-folder", str(folder)).stderr
    words = {one["name"]: one["words"] for one in json.loads(habit("doctor", "--json").stdout)["checks"]}
    assert "Others on this computer may replace" in words["second_set"]


def test_undo_takes_it_back(disk: Path, habit: Habit, database: Database) -> None:
    """And nothing is written there any more."""
    habit("undo")
    keeper = SecondSetKeeper(database.home, LOGGER)
    keeper.look(NOW + timedelta(days=1))
    assert keeper._attempt is None
