"""What every act begins with: one transaction of the person at the moment of the act."""

from collections.abc import Iterator
from contextlib import contextmanager

from habit_tracker.clock import Moment
from habit_tracker.storage.database import Database
from habit_tracker.storage.history.history import record
from habit_tracker.storage.session import Session, session


@contextmanager
def acting(database: Database, moment: Moment) -> Iterator[Session]:
    """One transaction: all that the block does, or nothing; the block says what with `told`."""
    with database.writing() as connection:
        yield session(connection, moment)


def told(act: Session, words: str, *, exact: bool = False) -> None:
    """Let the act be known in the history as *words*."""
    record(act.connection, words, act.moment.now, exact=exact)
