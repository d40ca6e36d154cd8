"""Taking back changes, and bringing them back."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from habit_tracker.domain.change import Change
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history, rows

Wanted = Callable[[Connection], Change]


def turn(database: Database, wanted: Wanted, now: datetime) -> Change:
    """Take back or bring back the change that is *wanted*, and say which it was.

    Raises HabitError when there is none, or when what it changed was changed since by something else.
    """
    with database.reading() as connection:
        wanted(connection)  # where there is nothing, nothing is made
    with database.noting() as connection:
        change = wanted(connection)
        if change.replaced is None:
            turn_rows(connection, change, now)
    if change.replaced is not None:
        from habit_tracker.storage.backup.restore import turn as turn_restore

        turn_restore(database, change, now)
    return change


def turn_rows(connection: Connection, change: Change, now: datetime) -> None:
    """Let every row be as it was before *change*, or as it was after a change that had been taken back."""
    history.mark_turned(connection, change, now)
    for found in rows.turns(connection, change.id):
        if not all(row.unchanged or rows.merged(row.table) for row in found):
            raise history.refusal(change)
        rows.put(connection, found, now, exact=change.exact)
        rows.remember(connection, change.id, found)
