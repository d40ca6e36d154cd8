"""What can still be read from a damaged database: every win whose own bytes are whole."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import Habit
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from support.wins import DAY, NOW, log, texts

from habit_tracker.storage import journal
from habit_tracker.storage.backup import backups
from habit_tracker.storage.backup.salvage import PAGE_SIZES, readable_wins
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home
from habit_tracker.storage.tables import wins

pytestmark = pytest.mark.slow


def rows(database: Database) -> dict[str, dict[str, object]]:
    """Every win of the database, deleted ones too."""
    with database.reading() as connection:
        return {row.uid: row._asdict() for row in connection.execute(select(wins))}


def read(path: Path) -> dict[str, dict[str, object]]:
    """Every win that can be read from the file."""
    return {row["uid"]: row for row in readable_wins(path)}


@settings(deadline=None, max_examples=10)
@given(lengths=st.lists(st.integers(0, 20_000), min_size=1, max_size=30), edited=st.booleans())
@pytest.mark.slow
def test_a_whole_file_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], edited: bool
) -> None:
    """Texts of any length, over any number of pages, edited and deleted ones."""
    folder = tmp_path_factory.mktemp("home")
    database = Database(Home(folder, folder))
    with database.noting() as connection:
        for number, length in enumerate(lengths):
            win = journal.log(connection, f"{number}ü" * (length + 1), DAY, NOW, "UTC", number % 5 + 1)
            if edited:
                journal.edit(connection, win, NOW + timedelta(hours=1), text="another", confidence=None)
                journal.delete(connection, win, NOW + timedelta(hours=2))
    assert read(database.home.database) == rows(database)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_pages_of_any_size(database: Database, size: int) -> None:
    """Whatever SQLite was built with."""
    for number in range(40):
        log(database, f"{number} {'word ' * (number * 200)}")
    with closing(sqlite3.connect(database.home.database)) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        connection.execute("VACUUM")
    assert read(database.home.database) == rows(database)
    data = bytearray(database.home.database.read_bytes())
    data[:100] = os.urandom(100)
    expected = rows(database)
    database.home.database.write_bytes(data)
    assert read(database.home.database) == expected


def no_header(data: bytearray) -> None:
    """The first page is zeros."""
    data[:4096] = bytes(4096)


def no_tree(data: bytearray) -> None:
    """Every page that is no leaf is zeros."""
    for start in range(0, len(data), 4096):
        if data[start] in {2, 5, 10}:
            data[start : start + 4096] = bytes(4096)


@pytest.mark.parametrize("spoil", [no_header, no_tree])
def test_a_win_is_only_lost_with_its_own_bytes(
    habit: Habit, database: Database, spoil: Callable[[bytearray], None]
) -> None:
    """One command brings all of them back, those newer than the copy as well, and counts them."""
    log(database, "in the copy")
    backups.daily(database.home, NOW - timedelta(days=1))
    for number in range(50):
        log(database, f"{number} {'x' * 2000}")
    before = texts(database)
    data = bytearray(database.home.database.read_bytes())
    spoil(data)
    database.home.database.write_bytes(data)
    result = habit("restore", "latest", "--yes")
    assert "Restored 51 wins" in result.output
    assert "50 wins of them read from the damaged file" in result.output
    assert texts(database) == before


def test_what_was_taken_back_without_a_trace_stays_away(database: Database) -> None:
    """A page that holds nothing any more still has its old bytes."""
    for number in range(40):
        log(database, f"{number} {'x' * 1500}")
    with closing(sqlite3.connect(database.home.database)) as connection, connection:
        connection.execute("PRAGMA secure_delete=OFF")  # which leaves their bytes
        connection.execute("DELETE FROM wins")
    assert read(database.home.database) == rows(database)


def test_what_can_be_read_comes_back_without_a_copy(habit: Habit, database: Database) -> None:
    """The message names the command, and the numbers stay those that were told."""
    numbers = {log(database, text): text for text in ("one", "two", "three")}
    data = bytearray(database.home.database.read_bytes())
    no_header(data)
    database.home.database.write_bytes(data)
    assert "3 wins can still be read: `habit restore latest` brings them back" in habit("wins").output
    assert habit("restore", "latest", "--yes").exit_code == 0
    with database.reading() as connection:
        assert {number: journal.get(connection, number).text for number in numbers} == numbers


def test_the_copy_is_right_where_the_two_differ_by_damage(habit: Habit, database: Database) -> None:
    """A text of which some bytes are others is no newer text; an edit since the copy is."""
    for text in ("a sound text", "an old text"):
        log(database, text)
    backups.daily(database.home, NOW - timedelta(days=1))
    with database.noting() as connection:
        journal.edit(connection, journal.get(connection, 2), NOW, text="a new text")
    data = database.home.database.read_bytes().replace(b"a sound text", b"a s\xffund text")
    database.home.database.write_bytes(data)
    assert "`habit restore latest`" in habit("wins").output
    assert habit("restore", "latest", "--yes").exit_code == 0
    assert texts(database) == ["a sound text", "a new text"]
