"""Taking back the last change."""

from datetime import datetime

from habit_tracker.domain.change import Change
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history


def undo(database: Database, now: datetime) -> Change:
    """Take back the newest change that was not taken back yet, and say which it was.

    Raises HabitError when there is none, or when what it changed was changed since by something else.
    """
    with database.reading() as connection:
        history.last(connection)  # where there is nothing, nothing is made
    with database.writing() as connection:
        change = history.last(connection)
        if change.replaced is None:
            history.take_back(connection, change, now)
    if change.replaced is not None:
        from habit_tracker.storage.backup.restore import take_back

        take_back(database, change, now)
    return change
