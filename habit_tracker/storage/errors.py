"""What can be wrong with the database."""

from habit_tracker.domain.errors import HabitError


class StorageError(HabitError):
    """The database cannot be used as it is: locked, full, read-only, damaged, or none of ours."""


class DamagedError(StorageError):
    """A file is no whole database: parts of it are missing or wrong."""


class OvertakenError(StorageError):
    """Somebody has written to the database in the meantime."""


class NewerSchemaError(StorageError):
    """The database was upgraded by a newer version of the program."""
