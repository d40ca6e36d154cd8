"""Wins, put into a database the way a command does it."""

from datetime import UTC, date, datetime

from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
from habit_tracker.storage.home import Home

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)


def log(database: Database, text: str = "a win", day: date = DAY) -> int:
    """Log a win; its number."""
    with database.writing() as connection:
        journal.days(connection)  # as the command does: a transaction that reads first
        win = journal.log(connection, text, day, NOW, "UTC")
        history.record(connection, f"logged win {win.id}", NOW)
    return win.id


def log_many(home: Home, name: int, number: int) -> list[int]:
    """Log *number* wins, in whatever process; their numbers. It is here to be found by processes of its own."""
    database = Database(home)
    return [log(database, f"{name}-{one}") for one in range(number)]


def texts(database: Database) -> list[str]:
    """What the wins say, oldest first."""
    with database.reading() as connection:
        return [win.text for win in journal.between(connection, date.min, date.max)][::-1]
