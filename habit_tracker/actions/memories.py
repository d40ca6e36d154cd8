"""Bringing a win back."""

from contextlib import suppress
from datetime import date

from sqlalchemy import Connection

from habit_tracker.clock import Moment
from habit_tracker.domain.progress.memory import Memory
from habit_tracker.storage import journal, memories
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.session import session


def remember(database: Database, moment: Moment, *, unasked_from: int | None = None) -> Memory | None:
    """The win of today from before; that it was brought back is noted, where that can be.

    Unasked there is one only for a person who wants it, and with so many wins or more.
    """
    with database.reading() as connection:
        today = session(connection, moment).today
        if unasked_from is not None and not _is_welcome(connection, today, unasked_from):
            return None
        found = memories.memory_of(connection, today)
        noted = found is None or memories.is_noted(connection, today, found.win)
    if found and not noted:
        with suppress(StorageError), database.noting() as connection:
            memories.note(connection, today, found.win)
    return found


def _is_welcome(connection: Connection, today: date, least: int) -> bool:
    return journal.count(connection, today) >= least and memories.is_wanted(connection)
