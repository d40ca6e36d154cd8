"""Putting the content of another database into one that others have open."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import FileIO
from pathlib import Path
from sqlite3 import SQLITE_OK, Connection

from habit_tracker.storage import sqlite
from habit_tracker.storage.errors import OvertakenError
from habit_tracker.storage.sqlite_errors import explained


class Hold:
    """Keeps other writers out until it lets go; afterwards it can say whether one came in."""

    def __init__(self, connection: Connection, file: FileIO) -> None:
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
    with path.open("rb", buffering=0) as file, closing(sqlite.connected(path)) as connection:
        with explained(path):
            connection.execute("BEGIN IMMEDIATE")
        yield Hold(connection, file)


def bring_in(source: Path, live: Path, hold: Hold) -> None:
    """Let *live* hold what *source* holds, all or nothing, whoever has it open; they see the new content then.

    Raises OvertakenError if somebody wrote to it just when *hold* had let go.
    """
    time_limit = sqlite.time_limit(live)

    def progress(status: int, remaining: int, total: int) -> None:
        time_limit(status, remaining, total)
        # The first page takes the lock that shuts all others out until the end.
        if status == SQLITE_OK and not hold.untouched():
            raise OvertakenError(f"Another program has just written to {live}.")

    with (
        explained(live),
        closing(sqlite.connected(source)) as origin,
        closing(sqlite.connected(live)) as destination,
    ):
        hold.let_go()
        origin.backup(destination, pages=1, progress=progress, sleep=sqlite.PAUSE)
