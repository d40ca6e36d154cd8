"""Is the database whole, and can it be written?"""

from contextlib import suppress

from habit_tracker.storage import settings, sqlite
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError


class _TakenBack(Exception):  # noqa: N818  a way out of a transaction, not an error
    """Nothing of this is to be kept."""


def check(database: Database) -> None:
    """Read all of it, and write something that is taken back. Raises StorageError with what is wrong."""
    with database.reading() as connection:
        if damage := sqlite.damage(connection):
            raise StorageError(
                f"The database {database.home.database} is damaged ({damage}). Put it aside and bring back a copy "
                f"from {database.home.backups}."
            )
    with suppress(_TakenBack), database.writing() as connection:
        settings.put(connection, "checked", "")
        raise _TakenBack
