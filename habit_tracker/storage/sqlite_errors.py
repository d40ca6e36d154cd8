"""What SQLite and the system say, in a sentence for the person."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from habit_tracker.storage.errors import BusyError, DamagedError, StorageError

OF_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError)
"""What values raise that no version of this program has written, and messages of SQLite that are no text."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Let whatever goes wrong with the database at *path* be said in a sentence, as a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise explain(error.orig, path) from error
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise explain_file(error, Path(error.filename or path)) from error


def explain(error: BaseException | None, path: Path) -> StorageError:
    """What *error*, raised while using the database at *path*, means and what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if str(error).startswith(_NOT_UTF8):
        name = "SQLITE_CORRUPT"
    for prefix, advice in _ADVICE.items():
        if name.startswith(prefix):
            return _KINDS.get(prefix, StorageError)(advice.format(path=path, folder=path.parent))
    return StorageError(f"The database {path} cannot be used: {error}.")


def damaged(path: Path) -> DamagedError:
    """That the database at *path* does not hold together."""
    return DamagedError(_ADVICE["SQLITE_CORRUPT"].format(path=path))


def busy(path: Path) -> BusyError:
    """That others keep the database at *path* to themselves."""
    return BusyError(_ADVICE["SQLITE_BUSY"].format(path=path))


def explain_file(error: OSError, path: Path) -> StorageError:
    """What *error*, raised by the system for the file at *path*, means and what to do."""
    advice = _ADVICE.get(_LIKE.get(error.errno or 0, ""), "{path}: {why}.")
    return StorageError(advice.format(path=path, folder=path.parent, why=error.strerror))


_NOT_UTF8 = "Could not decode to UTF-8"
"""How Python's own driver begins, without a name for the error."""
_ADVICE = {
    "SQLITE_BUSY": "Another program is writing to {path}. Nothing was changed; try again in a moment.",
    "SQLITE_LOCKED": "Another program is writing to {path}. Nothing was changed; try again in a moment.",
    "SQLITE_FULL": "The disk is full: nothing was changed in {path}. Free some space and try again.",
    "SQLITE_IOERR": "The disk that holds {path} reports an error, or is full. Nothing was changed.",
    "SQLITE_READONLY": "{path} cannot be written. Make the file and its folder {folder} writable for you.",
    "SQLITE_CANTOPEN": "{path} cannot be opened. Make the file and its folder {folder} writable for you.",
    "SQLITE_PERM": "{path} cannot be opened. Make the file and its folder {folder} writable for you.",
    "SQLITE_NOTADB": "{path} is not a database of this program, or the beginning of the file is damaged.",
    "SQLITE_CORRUPT": "The database {path} is damaged: parts of the file are missing or wrong.",
    "SQLITE_INTERRUPT": "{path} takes longer to look into than any database of this program: it is left alone.",
}
_KINDS: dict[str, type[StorageError]] = {
    "SQLITE_BUSY": BusyError,
    "SQLITE_LOCKED": BusyError,
    "SQLITE_NOTADB": DamagedError,
    "SQLITE_CORRUPT": DamagedError,
}
_LIKE = {errno.EACCES: "SQLITE_PERM", errno.EROFS: "SQLITE_READONLY", errno.ENOSPC: "SQLITE_FULL"}
