"""Importing, restoring, taking back and bringing back."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from habit_tracker.actions.act import acting, told
from habit_tracker.clock import Moment
from habit_tracker.domain.change import Change
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count
from habit_tracker.storage.backup import restore as restoring
from habit_tracker.storage.backup.restore import Restored
from habit_tracker.storage.backup.salvage import Row
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
from habit_tracker.storage.history.undo import turn
from habit_tracker.transfer.importing import Content, Incoming, Step, carry_out, compare


def bring_in(database: Database, moment: Moment, found: Content, step: Step = lambda _: None) -> Incoming:
    """Store what is new in a file; *step* is told how many wins were just written."""
    with acting(database, moment) as act:
        incoming = compare(act.connection, found)
        carry_out(act.connection, incoming, step)
        # What was imported and taken back must be free to come in again.
        told(act, f"imported {count(incoming.wins, 'win')}", exact=True)
        return incoming


def restore(
    database: Database, moment: Moment, file: Path | None, words: str, saved: list[Row] | None = None
) -> Restored:
    """Let the database be as it is in *file*, all or nothing; what was there is put aside as a copy first.

    The wins *saved* from a damaged one come in as well.
    """
    return restoring.restore(database, file, words, moment.now, saved)


def undo(database: Database, moment: Moment) -> Change:
    """Take back the newest change that stands, and say which it was. Raises HabitError when there is none."""
    return turn(database, _last_standing, moment.now)


def redo(database: Database, moment: Moment) -> Change:
    """Bring back what was taken back last, and say which it was. Raises HabitError when there is none."""
    return turn(database, _last_undone, moment.now)


def _last_standing(connection: Connection) -> Change:
    return _first(
        history.standing, connection, "There is nothing to take back. `habit history` lists what was changed."
    )


def _last_undone(connection: Connection) -> Change:
    return _first(
        history.undone, connection, "There is nothing to bring back: `habit redo` only follows a `habit undo`."
    )


def _first(found: Callable[[Connection, int], list[Change]], connection: Connection, otherwise: str) -> Change:
    for change in found(connection, 1):
        return change
    raise HabitError(otherwise)
