"""A disk that spoils the file: every command says so and names the way out, and the way out works."""

import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import Habit
from support.corruption import WAYS
from support.wins import DAY, NOW, log, texts

from habit_tracker.storage.backup import backups
from habit_tracker.storage.database import Database

INNER = "Something went wrong in the program itself"


@pytest.fixture
def lived(database: Database) -> Database:
    """A database of some months with wins of all lengths, a copy of it, and wins since then."""
    for number in range(60):
        log(database, f"{number} {'word ' * (number * 17 % 1500)}".strip(), DAY - timedelta(days=60 - number))
    backups.daily(database.home, NOW - timedelta(days=1))
    for number in range(60, 64):
        log(database, f"{number} since the copy")
    return database


def look_everywhere(habit: Habit, database: Database, case: str) -> bool:
    """Use the damaged file as a person does; whether it was called damaged."""
    said, damaged = {}, []
    for words in (("wins",), ("log", "one more"), ("doctor",)):
        result = habit(*words)
        name = words[0]
        said[name] = " ".join(result.output.split())
        assert INNER not in result.output, (case, name, result.output)
        assert result.exit_code in {0, 1}, (case, name)
        if result.exit_code and name != "doctor":
            damaged.append(name)
    for name in damaged:
        assert "`habit restore latest`" in said[name], (case, name, said[name])
        assert "(60 wins)" in said[name], (case, name, said[name])
        assert "healthy" not in said["doctor"], (case, said["doctor"])
    return bool(damaged)


def corrupting(habit: Habit, database: Database, rounds: range) -> None:
    """Spoil the file again and again; what was in the copy is there after each restore."""
    whole = database.home.database.read_bytes()
    found = 0
    for number in rounds:
        dice = random.Random(number)
        way = WAYS[number % len(WAYS)]
        data = bytearray(whole)
        way(data, dice)
        database.home.database.write_bytes(data)
        case = f"{way.__name__} {number}"
        found += look_everywhere(habit, database, case)
        restored = habit("restore", "latest", "--yes")
        assert restored.exit_code == 0, (case, restored.output)
        there = texts(database)
        assert {text.split()[0] for text in there} >= {str(one) for one in range(60)}, case
        assert habit("wins").exit_code == 0, case
        for left in database.home.folder.glob("habit.db-*"):
            left.unlink()
        for aside in [*database.home.backups.glob("damaged-*"), *database.home.backups.glob("[bn]e*-2*")]:
            aside.unlink()
    assert found > len(rounds) // 4


def emptied(path: Path) -> None:
    """Nothing is left of its content."""
    path.write_bytes(b"")


def folder(path: Path) -> None:
    """A folder with something in it has its name."""
    path.unlink()
    path.mkdir()
    (path / "note").write_text("mine")


def writers_byte(path: Path) -> None:
    """The byte that says who may write: it looks as if the file were read-only."""
    data = bytearray(path.read_bytes())
    data[18] = 3
    path.write_bytes(data)


def schema_text(path: Path) -> None:
    """A name in the schema is no text any more."""
    data, found = re.subn(rb'(CREATE TABLE "?)settings', b"\\1sett\xffngs", path.read_bytes())
    assert found
    path.write_bytes(data)


def version(path: Path) -> None:
    """It says that a newer program has written it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0904'")


def unfinished_change(path: Path) -> None:
    """It is gone, and the journal of an unfinished change still lies there."""
    script = "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
    script += "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN IMMEDIATE'); "
    script += "c.execute('UPDATE wins SET text = text || text'); os._exit(0)"
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert Path(f"{path}-journal").stat().st_size
    folder(path)


@pytest.mark.parametrize(
    "spoil", [emptied, folder, writers_byte, schema_text, version, unfinished_change], ids=lambda one: one.__name__
)
def test_damage_however_it_looks(habit: Habit, lived: Database, spoil: Callable[[Path], None]) -> None:
    """Said by every command, nothing begun over it, and the way out works; what was there is kept whole."""
    spoil(lived.home.database)
    state = lived.home.database.is_file() and lived.home.database.read_bytes()
    for words in (("wins",), ("log", "lost?"), ("streak",), ("week",), ("doctor",)):
        result = habit(*words)
        assert INNER not in result.output, words
        assert "healthy" not in result.output
        assert result.exit_code == 1 or (spoil in {writers_byte, schema_text} and words != ("doctor",))
        if spoil is not version and words != ("doctor",) and result.exit_code:
            assert "`habit restore latest`" in result.output, (words, result.output)
    if spoil not in {emptied, schema_text}:  # of which SQLite makes an empty page, and takes a win
        assert (lived.home.database.is_file() and lived.home.database.read_bytes()) == state
    result = habit("restore", "latest", "--yes")
    assert result.exit_code == 0, result.output
    assert {text.split()[0] for text in texts(lived)} >= {str(one) for one in range(60)}
    (aside,) = [*lived.home.backups.glob("damaged-*.db"), *lived.home.backups.glob("newer-*.db")]
    assert spoil in {emptied, schema_text} or aside.is_dir() or aside.read_bytes() == state
    assert aside.is_dir() is (spoil in {folder, unfinished_change})
    assert not Path(f"{lived.home.database}-journal").exists()
    assert "healthy" in habit("doctor").output


def test_a_link_to_nowhere_is_no_new_beginning(habit: Habit, lived: Database) -> None:
    """The disk that it leads to may only be away."""
    lived.home.database.unlink()
    lived.home.database.symlink_to("/nowhere/habit.db")
    for words in (("wins",), ("log", "lost?")):
        result = habit(*words)
        assert result.exit_code == 1
        assert "is a link to /nowhere/habit.db, which is not there" in result.output


@pytest.mark.slow
def test_every_kind_of_damage(habit: Habit, lived: Database) -> None:
    """A few of each: said with the way out, or not worth a word, and never an error of the program itself."""
    corrupting(habit, lived, range(2 * len(WAYS)))


@pytest.mark.slow
def test_three_hundred_kinds_of_damage(habit: Habit, lived: Database) -> None:
    """The same, many times."""
    corrupting(habit, lived, range(300))
