"""Is the database whole, and can it be written?"""

from contextlib import suppress
from datetime import UTC, datetime

from habit_tracker.storage import settings
from habit_tracker.storage.backup import copies
from habit_tracker.storage.database import Database


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
