"""Importing, restoring, taking back and bringing back."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, event

from habit_tracker.actions.act import acting, told
from habit_tracker.actions.milestones import pass_by
from habit_tracker.clock import Moment
from habit_tracker.domain.change import Change
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count
from habit_tracker.storage import settings, sound
from habit_tracker.storage.backup import backups
from habit_tracker.storage.backup import restore as restoring
from habit_tracker.storage.backup.restore import Restored
from habit_tracker.storage.backup.salvage import Row
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
from habit_tracker.storage.history.undo import Turned, turn
from habit_tracker.transfer.importing import Content, Incoming, Step, carry_out, compare

NOTHING_TO_UNDO = "There is nothing to take back. `habit history` lists what was changed."
NOTHING_TO_REDO = "There is nothing to bring back: `habit redo` only follows a `habit undo`."


def bring_in(
    database: Database,
    moment: Moment,
    found: Content,
    step: Step = lambda _: None,
    settling: Callable[[], object] = lambda: None,
    *,
    restore_deleted: bool = False,
) -> Incoming:
    """Store what is new in a file; *step* is told how many wins were just written.

    *settling* is called when all is written and is about to be kept. Wins of it that were deleted here come back
    only to *restore_deleted*.
    """
    with acting(database, moment) as act:
        event.listen(act.connection, "commit", lambda _: settling())
        incoming = compare(act.connection, found, moment.now, restore_deleted=restore_deleted)
        carry_out(act.connection, incoming, step)
        # What was imported and taken back must be free to come in again.
        told(act, f"imported {count(incoming.wins, 'win')}", exact=True)
        pass_by(act)
        return incoming


def drop_unusable(database: Database, moment: Moment) -> str:
    """Reset settings, and remove rows, that no program has written: a copy of all is made first. What was done."""
    copy = backups.place(database.home, "before-fix", moment.now)
    backups.make(database.home, copy)
    with database.noting() as connection:
        rows = sound.unusable(connection)
        sound.drop(connection, rows)
    with acting(database, moment) as act:
        faults = settings.unusable(act.connection)
        settings.drop(act.connection, faults, moment.now)
        told(act, f"reset {' and '.join(faults)} to the default")
    done = [f"{count(len(keys), 'row')} of {table.name} removed" for table, keys in rows.items()]
    done += [f"{key} reset to the default" for key in faults]
    return f"Mended what could not be used: {', '.join(done)}. A copy of it as it was is {copy}."


def restore(
    database: Database, moment: Moment, file: Path | None, words: str, saved: list[Row] | None = None
) -> Restored:
    """Let the database be as it is in *file*, all or nothing; what was there is put aside as a copy first.

    The wins *saved* from a damaged one come in as well.
    """
    return restoring.restore(database, file, words, moment.now, saved, moment.zone)


def to_undo(connection: Connection, steps: int) -> list[Change]:
    """The *steps* newest changes that stand, newest first. Raises HabitError when there are not so many."""
    return _so_many(history.standing(connection, steps), steps, "take back", NOTHING_TO_UNDO)


def to_redo(connection: Connection, steps: int) -> list[Change]:
    """The *steps* changes that were taken back last. Raises HabitError when there are not so many."""
    return _so_many(history.undone(connection, steps), steps, "bring back", NOTHING_TO_REDO)


def undo(database: Database, moment: Moment, change: Change | None = None) -> Turned:
    """Take back the newest change that stands. Raises HabitError when there is none, or it is not *change*."""
    return turn(database, lambda connection: _same(to_undo(connection, 1)[0], change), moment.now)


def redo(database: Database, moment: Moment, change: Change | None = None) -> Turned:
    """Bring back what was taken back last. Raises HabitError when there is none, or it is not that *change*."""
    return turn(database, lambda connection: _same(to_redo(connection, 1)[0], change), moment.now)


def _same(found: Change, expected: Change | None) -> Change:
    """What was shown is what is turned: somebody else may have changed something in between."""
    if expected is not None and found.id != expected.id:
        raise HabitError(
            "Something was changed in the meantime, so nothing more was done. `habit history` shows it."
        )
    return found


def _so_many(found: list[Change], steps: int, verb: str, nothing: str) -> list[Change]:
    if not found:
        raise HabitError(nothing)
    if len(found) < steps:
        raise HabitError(f"There is less than that to {verb}: only {count(len(found), 'change')}.")
    return found
