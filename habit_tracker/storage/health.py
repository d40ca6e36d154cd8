"""Is the database whole, and can it be written? Is the index of words that of the wins?"""

from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy.exc import DBAPIError

from habit_tracker.storage import settings
from habit_tracker.storage.backup import copies
from habit_tracker.storage.database import Database
from habit_tracker.storage.search import index


class _TakenBack(Exception):  # noqa: N818  a way out of a transaction, not an error
    """Nothing of this is to be kept."""


def check(database: Database) -> None:
    """Read all of it, and write something that is taken back. Raises StorageError with what is wrong."""
    with database.reading():
        if database.exists():
            copies.look_into(database.home.database)
    with suppress(_TakenBack), database.writing() as connection:
        settings.put(connection, "checked", "", datetime.now(UTC))
        raise _TakenBack


def index_is_right(database: Database) -> bool:
    """Whether the index of words is that of all wins. Raises StorageError where nothing can be written."""
    right = True
    with suppress(_TakenBack), database.noting() as connection:
        try:
            index.catch_up(connection)
            index.check(connection)
        except DBAPIError:
            right = False
        raise _TakenBack
    return right


def make_index(database: Database) -> None:
    """Make it anew, from the wins alone."""
    with database.noting() as connection:
        index.make_anew(connection)


def has_index(database: Database) -> bool | None:
    """Whether there is one; None where this system can keep none."""
    with database.reading() as connection:
        return index.is_made(connection) if index.is_available(connection) else None
