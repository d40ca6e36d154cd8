"""What can be wrong with the database."""

from habit_tracker.domain.errors import HabitError


class StorageError(HabitError):
    """The database cannot be used as it is: locked, full, read-only, damaged, or none of ours."""


class BusyError(StorageError):
    """Others keep the database to themselves at the moment."""


class UnusableError(StorageError):
    """What the file holds cannot be used, whatever its place and its permissions."""


class DamagedError(UnusableError):
    """A file is no whole database: parts of it are missing or wrong."""


class NewerSchemaError(UnusableError):
    """The database was upgraded by a newer version of the program."""


class OvertakenError(StorageError):
    """Somebody has written to the database in the meantime."""
