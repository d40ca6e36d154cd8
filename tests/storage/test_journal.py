"""The journal of wins."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import StatementError

from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    """An open transaction on a real file."""
    with database.noting() as opened:
        yield opened


def test_a_win_comes_back_as_it_was_logged(connection: Connection) -> None:
    """Its instant is a true one, with the zone beside it."""
    win = journal.log(connection, "🎉\nline", DAY, NOW, "Europe/Berlin", 4, "nudge")
    assert journal.get(connection, win.id) == win
    assert (win.logged_at, win.zone, win.confidence, win.source) == (NOW, "Europe/Berlin", 4, "nudge")


def test_an_instant_without_a_zone_is_refused(connection: Connection) -> None:
    """Nobody could say when it was."""
    with pytest.raises(StatementError, match="time zone"):
        journal.log(connection, "x", DAY, NOW.replace(tzinfo=None), "UTC")


def test_a_number_is_never_given_twice(connection: Connection) -> None:
    """Also when the win that had it is deleted."""
    first = journal.log(connection, "first", DAY, NOW, "UTC")
    journal.delete(connection, first, NOW)
    assert journal.log(connection, "second", DAY, NOW, "UTC").id == first.id + 1


def test_a_deleted_win_is_gone_for_people_but_not_lost(connection: Connection) -> None:
    """It does not count, its day is not asked again, and its unique id is known."""
    win = journal.log(connection, "x", DAY, NOW, "UTC")
    journal.delete(connection, win, NOW)
    with pytest.raises(HabitError, match="There is no win 1"):
        journal.get(connection, win.id)
    assert journal.days(connection) == []
    assert journal.count(connection, DAY) == 0
    assert journal.logged_days(connection, DAY) == {DAY}
    assert journal.knows(connection, win.uid)


def test_an_edit_says_when(connection: Connection) -> None:
    """The instant it was logged at stays."""
    win = journal.log(connection, "x", DAY, NOW, "UTC")
    later = NOW + timedelta(days=1)
    journal.edit(connection, win, later, text="y", day=DAY - timedelta(days=1), confidence=5)
    found = journal.get(connection, win.id)
    assert (found.text, found.confidence, found.logged_at, found.updated_at) == ("y", 5, NOW, later)


def test_days_are_distinct_and_in_order(connection: Connection) -> None:
    """Whatever the order in which they were logged."""
    for number in (20, 3, 20, 7, 3):
        journal.log(connection, "x", date(2026, 11, number), NOW, "UTC")
    assert journal.days(connection) == [date(2026, 11, number) for number in (3, 7, 20)]


def test_wins_between_days_come_newest_first(connection: Connection) -> None:
    """Both days included; at the most so many."""
    wins = [journal.log(connection, str(number), date(2026, 11, number), NOW, "UTC") for number in range(1, 6)]
    assert journal.between(connection, date(2026, 11, 2), date(2026, 11, 4)) == wins[1:4][::-1]
    assert journal.between(connection, date.min, date.max, 2) == wins[3:][::-1]
