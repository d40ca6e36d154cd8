"""Logging, changing and deleting wins, also while somebody else does."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from support.moments import moment
from support.wins import log

from habit_tracker.actions import wins
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database

NOW = moment("2026-11-23 14:00")


def test_two_edits_of_different_fields_at_once_keep_both(database: Database) -> None:
    """Each reads in the transaction in which it writes, and writes only what it was asked to."""
    number = log(database)
    edits: list[dict[str, Any]] = [{"text": f"words {number}"} for number in range(8)]
    edits += [{"confidence": step} for step in (1, 2, 3, 4, 5, 1, 2, 3)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda fields: wins.edit(database, NOW, number, fields), edits))
    with database.reading() as connection:
        win = journal.get(connection, number)
    assert win.text.startswith("words")
    assert win.confidence is not None


def test_an_edit_of_a_win_that_went_meanwhile_says_so(database: Database) -> None:
    """And nothing comes back by it."""
    number = log(database)
    wins.delete(database, NOW, number)
    with pytest.raises(HabitError, match="There is no win 1"):
        wins.edit(database, NOW, number, {"text": "too late"})


def test_an_edit_that_changes_nothing_is_no_change(database: Database) -> None:
    """Neither in the history nor for other computers."""
    number = log(database, "as it is")
    with database.reading() as connection:
        before = journal.get(connection, number)
    assert wins.edit(database, NOW, number, {"text": " as it is "}).win == before
    with database.reading() as connection:
        assert journal.get(connection, number) == before


def test_a_clock_that_is_behind_makes_no_change_look_older(database: Database) -> None:
    """A row that is changed again is stamped after its last change, whatever the clock says."""
    number = log(database)
    first = wins.edit(database, NOW, number, {"text": "one"}).win
    second = wins.edit(database, moment("2020-01-01 00:00"), number, {"text": "two"}).win
    assert second.updated_at > first.updated_at
