"""Open the database: read from it, write to it in one transaction."""

import stat
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from habit_tracker.private_files import make_private_file
from habit_tracker.storage import schema, sqlite, upgrade
from habit_tracker.storage.errors import BusyError, DamagedError, NewerSchemaError, OvertakenError, StorageError
from habit_tracker.storage.history import history
from habit_tracker.storage.history.recording import Recording
from habit_tracker.storage.home import Home
from habit_tracker.storage.sqlite_errors import OF_DAMAGE, explain_file, explained


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
            if not self.exists():
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
            begun = not self.exists()
            make_private_file(self.home.database)
            writer = self._engine.execution_options(**{sqlite.WRITES: True})
            with self._opened(writer, begun=begun) as connection:
                yield connection

    def exists(self) -> bool:
        """Whether there is a database file. Raises StorageError where something else is in its place."""
        path = self.home.database
        try:
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            if path.is_symlink():
                raise StorageError(f"{path} is a link to {path.readlink()}, which is not there.") from None
            return False
        except OSError as error:
            raise explain_file(error, path) from error
        if not stat.S_ISREG(mode):
            raise DamagedError(f"{path} is no file: something else is in the place of the database.")
        return True

    @contextmanager
    def _opened(self, engine: Engine, *, begun: bool = False) -> Iterator[Connection]:
        """A transaction on the newest schema; an older one is upgraded first. The check costs one query."""
        with engine.begin() as connection:
            if schema.found(connection) == schema.HEAD:
                yield connection
                return
        upgrade.upgrade(self._engine, self.home, self.tell, begun=begun)
        with engine.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Let errors be said in words. Whatever else goes wrong over a damaged file is its damage."""
        try:
            with explained(self.home.database):
                yield
        except (BusyError, NewerSchemaError, OvertakenError):
            raise
        except (StorageError, SQLAlchemyError, *OF_DAMAGE) as error:
            from habit_tracker.storage.backup import backups, copies

            _let_go(error)
            found = error if isinstance(error, DamagedError) else copies.damage(self.home.database)
            if found is None:
                raise
            raise backups.with_way_out(found, self.home) from error


def _let_go(error: BaseException | None) -> None:
    """Free what the error's frames hold: a query that broke off in them keeps its lock as long as they live."""
    while error:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
