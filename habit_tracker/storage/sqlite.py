"""All that is special to SQLite: its settings, its transactions, its errors, its copies."""

import errno
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from io import FileIO
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from habit_tracker.private_files import make_private_file
from habit_tracker.storage.errors import DamagedError, OvertakenError, StorageError

BUSY_SECONDS = 5
PAUSE = 0.05
"""Seconds between two attempts of a backup that meets a lock."""
WRITES = "habit_writes"


def file_engine(path: Path) -> Engine:
    """An engine for the file at *path*; a connection lives no longer than its transaction."""
    url = URL.create("sqlite", database=str(path))
    return _prepared(
        create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    )


def empty_engine() -> Engine:
    """An engine for an empty database in memory."""
    return _prepared(create_engine("sqlite://", poolclass=StaticPool))


def _prepared(engine: Engine) -> Engine:
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own transactions do not cover the making of tables
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that first reads and then writes can fail with no wait at all.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def copy(source: Path, target: Path) -> Path:
    """A consistent copy of the database at *source*, also while others write. Readable by its owner only."""
    make_private_file(target)
    with explained(source), closing(_connected(source)) as origin, closing(_connected(target)) as destination:
        origin.backup(destination, progress=_time_limit(source), sleep=PAUSE)
        destination.execute("PRAGMA journal_mode=DELETE")  # the source may have been switched to another
    return target


class Hold:
    """Keeps other writers out until it lets go; afterwards it can say whether one came in."""

    def __init__(self, connection: sqlite3.Connection, file: FileIO) -> None:
        self._connection = connection
        self._file = file
        self._before = self._change_counter()

    def let_go(self) -> None:
        """Let others write again."""
        self._connection.rollback()

    def untouched(self) -> bool:
        """Whether nobody has written since."""
        return self._change_counter() == self._before

    def _change_counter(self) -> bytes:
        """Bytes 24 to 27 of the file: it counts the transactions (SQLite's file format, section 1.3.6)."""
        self._file.seek(24)
        return self._file.read(4)


@contextmanager
def held(path: Path) -> Iterator[Hold]:
    """Keep other writers out of the database; who reads is not disturbed."""
    # Closing a file gives up all locks that the process has on it: it stays open until everything is over.
    with path.open("rb", buffering=0) as file, closing(_connected(path)) as connection:
        with explained(path):
            connection.execute("BEGIN IMMEDIATE")
        yield Hold(connection, file)


def bring_in(source: Path, live: Path, hold: Hold) -> None:
    """Let *live* hold what *source* holds, all or nothing, whoever has it open; they see the new content then.

    Raises OvertakenError if somebody wrote to it just when *hold* had let go.
    """
    time_limit = _time_limit(live)

    def progress(status: int, remaining: int, total: int) -> None:
        time_limit(status, remaining, total)
        # The first page takes the lock that shuts all others out until the end.
        if status == sqlite3.SQLITE_OK and not hold.untouched():
            raise OvertakenError(f"Another program has just written to {live}.")

    with explained(live), closing(_connected(source)) as origin, closing(_connected(live)) as destination:
        hold.let_go()
        origin.backup(destination, pages=1, progress=progress, sleep=PAUSE)


def check(path: Path) -> None:
    """Read all of the database at *path*. Raises DamagedError when it does not hold together."""
    with explained(path), closing(_connected(path)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise DamagedError(_ADVICE["SQLITE_CORRUPT"].format(path=path))


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there: none is made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_SECONDS, uri=True)


def _time_limit(path: Path) -> Callable[[int, int, int], None]:
    """Ends a backup that waits for others: by itself it would wait for ever."""
    deadline = time.monotonic() + BUSY_SECONDS

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > deadline:
            raise StorageError(_ADVICE["SQLITE_BUSY"].format(path=path))

    return progress


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
        raise _explain_file(error, Path(error.filename or path)) from error


def explain(error: BaseException | None, path: Path) -> StorageError:
    """What *error*, raised while using the database at *path*, means and what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, advice in _ADVICE.items():
        if name.startswith(prefix):
            kind = DamagedError if prefix in _DAMAGE else StorageError
            return kind(advice.format(path=path, folder=path.parent))
    return StorageError(f"The database {path} cannot be used: {error}.")


def _explain_file(error: OSError, path: Path) -> StorageError:
    advice = _ADVICE.get(_LIKE.get(error.errno or 0, ""), "{path}: {why}.")
    return StorageError(advice.format(path=path, folder=path.parent, why=error.strerror))


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
}
_DAMAGE = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
_LIKE = {errno.EACCES: "SQLITE_PERM", errno.EROFS: "SQLITE_READONLY", errno.ENOSPC: "SQLITE_FULL"}
