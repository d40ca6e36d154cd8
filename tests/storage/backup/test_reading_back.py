"""Copies that rot unseen: each has its sum beside it, and once a week all are read back."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import Habit
from support.wins import NOW, log

from habit_tracker.storage.backup import backups, reading_back
from habit_tracker.storage.database import Database


@pytest.fixture
def copy(database: Database) -> Path:
    """The older of two copies; a text of it can change without any harm to its form."""
    for number in range(2):
        log(database, "a text of old")
        backups.daily(database.home, NOW + timedelta(days=number))
    return database.home.backups / "daily-2026-11-23.db"


def rot(copy: Path) -> None:
    """One byte of a text is another."""
    data = copy.read_bytes()
    assert b"a text of old" in data
    copy.write_bytes(data.replace(b"a text of old", b"a text of odd"))


def test_the_sum_is_one_that_other_programs_can_check(copy: Path) -> None:
    """Private like the copy itself."""
    beside = copy.with_name(f"{copy.name}.sha256")
    subprocess.run(["sha256sum", "-c", beside.name], cwd=copy.parent, check=True, capture_output=True)
    assert beside.stat().st_mode & 0o777 == 0o600


def test_a_copy_that_has_rotted_is_not_brought_back(habit: Habit, database: Database, copy: Path) -> None:
    """Although it holds together: the list says so, and the latest is another."""
    newest = database.home.backups / "daily-2026-11-24.db"
    rot(newest)
    assert "not as it was made" in habit("backup", "--list").output
    found = backups.latest(database.home)
    assert found
    assert found.path == copy


def test_once_a_week_all_are_read_back(database: Database, copy: Path) -> None:
    """Not more often, nor less when the clock was set back."""
    home = database.home.backups
    assert reading_back.weekly(home, NOW) == reading_back.last(home) == (NOW, 2, [])
    rot(copy)
    assert reading_back.weekly(home, NOW + timedelta(days=6)) is None
    later = NOW + timedelta(days=7)
    assert reading_back.weekly(home, later) == reading_back.last(home) == (later, 2, [copy.name])
    assert reading_back.weekly(home, later) is None
    assert reading_back.weekly(home, NOW) == (NOW, 2, [copy.name])


def test_doctor_says_what_was_found(habit: Habit, database: Database, copy: Path) -> None:
    """When, how many, and which to mistrust; once that one is removed, all is well."""
    reading_back.weekly(database.home.backups, NOW)
    assert "2 copies read back on 2026-11-23, all as they were made" in " ".join(habit("doctor").output.split())
    rot(copy)
    reading_back.weekly(database.home.backups, NOW + timedelta(days=8))
    assert f"not as made: {copy.name}" in " ".join(habit("doctor").output.split())
    copy.unlink()
    assert "✓ Copies" in habit("doctor").output


@pytest.mark.slow
def test_a_dropped_copy_takes_its_sum_along(database: Database) -> None:
    """Nothing is left of it."""
    log(database)
    for number in range(30):
        backups.daily(database.home, NOW + timedelta(days=number))
    sums = sorted(path.name.removesuffix(".sha256") for path in database.home.backups.glob("*.sha256"))
    assert sums == sorted(path.name for path in database.home.backups.glob("*.db"))
