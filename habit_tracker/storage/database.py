"""Open the database: read from it, write to it in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from habit_tracker.private_files import make_private_file
from habit_tracker.storage import schema, sqlite, upgrade
from habit_tracker.storage.errors import DamagedError
from habit_tracker.storage.history import history
from habit_tracker.storage.history.recording import Recording
from habit_tracker.storage.home import Home


class Database:
    """The one file of wins, plans, settings and nudges.

    *tell* is given a sentence for the person when something happened to the file, such as an upgrade.
    Everything raises StorageError, with what to do, when the file cannot be used.
    """

    def __init__(self, home: Home, tell: Callable[[str], None] = lambda _: None) -> None:
        self.home = home
        self.tell = tell
        self._engine = sqlite.file_engine(home.database)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database. No file is made: a missing one reads as empty."""
        with self._explained():
            if not self.home.database.exists():
                with upgrade.empty() as connection:
                    yield connection
                return
            with self._opened(self._engine) as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction of a person: all of it is kept, durably, when the block ends, or none if it raises.

        What it changes can be taken back, so the block says with `history.record()` what that is. Raises
        UnrecordedChangeError where it does not.
        """
        with self.noting() as connection:
            Recording(connection)
            yield connection
            history.write(connection)

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """The same for the program's own notes, which are no person's doing and are not in the history."""
        with self._explained():
            make_private_file(self.home.database)
            with self._opened(self._engine.execution_options(**{sqlite.WRITES: True})) as connection:
                yield connection

    @contextmanager
    def _opened(self, engine: Engine) -> Iterator[Connection]:
        """A transaction on the newest schema; an older one is upgraded first. The check costs one query."""
        with engine.begin() as connection:
            if schema.found(connection) == schema.HEAD:
                yield connection
                return
        upgrade.upgrade(self._engine, self.home, self.tell)
        with engine.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with sqlite.explained(self.home.database):
                yield
        except DamagedError as error:
            from habit_tracker.storage.backup.backups import with_way_out

            raise with_way_out(error, self.home) from error
