"""Taking back changes, and bringing them back."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.domain.change import Change
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history, rows

Wanted = Callable[[Connection], Change]


class Turned(NamedTuple):
    """A change that was taken back or brought back, and the texts of the wins that it was about."""

    change: Change
    texts: list[str]


def turn(database: Database, wanted: Wanted, now: datetime) -> Turned:
    """Take back or bring back the change that is *wanted*, and say which it was.

    Raises HabitError when there is none, or when what it changed was changed since by something else.
    """
    with database.reading() as connection:
        wanted(connection)  # where there is nothing, nothing is made
    with database.noting() as connection:
        change = wanted(connection)
        texts = [] if change.replaced else turn_rows(connection, change, now)
    if change.replaced is not None:
        from habit_tracker.storage.backup.restore import turn as turn_restore

        turn_restore(database, change, now)
    return Turned(change, texts)


def turn_rows(connection: Connection, change: Change, now: datetime) -> list[str]:
    """Let every row be as it was before *change*, or as it was after a change that had been taken back."""
    history.mark_turned(connection, change, now)
    texts = []
    for found in rows.turns(connection, change.id):
        if not all(row.unchanged or rows.merged(row.table) for row in found):
            raise history.refusal(change)
        texts += [_text(row, change) for row in found if row.table.name == "wins"]
        rows.put(connection, found, now, exact=change.exact)
        rows.remember(connection, change.id, found)
    return texts


def _text(row: rows.Turn, change: Change) -> str:
    """The text of a win as *change* left it."""
    left, other = (row.was, row.here) if change.undone_at else (row.here, row.was)
    return str((left or other or {}).get("text", ""))
