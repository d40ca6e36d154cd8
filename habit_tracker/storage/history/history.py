"""History: every change with what was there before. Every function works inside the transaction it is given.

A change can be turned: taken back, and brought back. Turning it keeps what was there, so that it can turn again.
"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, or_, select, update

from habit_tracker.domain.change import Change
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import bulk
from habit_tracker.storage.history.recording import ChangedRow, Recording
from habit_tracker.storage.history.rows import kept_after
from habit_tracker.storage.stamps import later
from habit_tracker.storage.tables import changed_rows, changes

_columns = [changes.c[name] for name in Change._fields]
_undone = changes.c.undone_at.is_not(None)


class UnrecordedChangeError(TypeError):
    """A transaction changed what a person made and has no words for it: a fault of the program."""


def record(connection: Connection, words: str, now: datetime, *, exact: bool = False) -> None:
    """Let what this transaction changes be known as *words*, and be taken back under that name.

    Taking back an *exact* change leaves no trace of it, where otherwise a win is only marked as deleted.
    """
    Recording.of(connection).told = {"words": words, "now": now, "exact": exact}


def write(connection: Connection) -> None:
    """At the end of a transaction: store what it changed. Raises UnrecordedChangeError if nobody has told what."""
    recording = Recording.of(connection)
    number = None
    for some in bulk.portions(recording.changed_rows()):
        if recording.told is None:
            raise UnrecordedChangeError(f"no words for a change of {some[0].table.name}")
        if number is None:
            forget_undone(connection)
            number = add(connection, **recording.told)
        bulk.add(connection, changed_rows, [{"change_id": number, **_row(changed)} for changed in some])


def add(connection: Connection, words: str, now: datetime, *, exact: bool = False, **more: Any) -> int:
    """Note a change; its number. *more* are other columns of it."""
    values = {"at": now, "words": words, "exact": exact, **more}
    key = connection.execute(insert(changes).values(values)).inserted_primary_key
    assert key is not None  # noqa: S101  an insert of one row always has one
    return int(key[0])


def newest(connection: Connection, most: int) -> list[Change]:
    """At most *most* changes, newest first, those that were taken back among them."""
    newest_first = select(*_columns).order_by(changes.c.id.desc()).limit(most)
    return [Change._make(row) for row in connection.execute(newest_first)]


def standing(connection: Connection, most: int) -> list[Change]:
    """At most *most* changes that were not taken back, newest first."""
    newest_first = select(*_columns).where(changes.c.undone_at.is_(None)).order_by(changes.c.id.desc())
    return [Change._make(row) for row in connection.execute(newest_first.limit(most))]


def undone(connection: Connection, most: int) -> list[Change]:
    """At most *most* changes that were taken back and can be brought back, the one taken back last first."""
    has_rows = exists().where(changed_rows.c.change_id == changes.c.id)
    can_come_back = select(*_columns).where(_undone, or_(has_rows, changes.c.replaced.is_not(None)))
    newest_first = can_come_back.order_by(changes.c.undone_at.desc(), changes.c.id).limit(most)
    return [Change._make(row) for row in connection.execute(newest_first)]


def forget_undone(connection: Connection) -> None:
    """Once something new is done, what was taken back before can be brought back no more."""
    gone = select(changes.c.id).where(_undone)
    connection.execute(delete(changed_rows).where(changed_rows.c.change_id.in_(gone)))
    connection.execute(update(changes).where(_undone, changes.c.replaced.is_not(None)).values(replaced=None))


def mark_turned(connection: Connection, change: Change, now: datetime) -> None:
    """Note that *change* was taken back, or that it was brought back."""
    last = select(changes.c.undone_at).where(_undone).order_by(changes.c.undone_at.desc()).limit(1)
    undone_at = None if change.undone_at else later(now, connection.scalar(last))
    connection.execute(update(changes).where(changes.c.id == change.id).values(undone_at=undone_at))


def refusal(change: Change) -> HabitError:
    """Why *change* cannot be turned."""
    turned = "brought back" if change.undone_at else "taken back"
    return HabitError(
        f"This cannot be {turned}: {change.words}. What it changed was changed again since, outside of the "
        "history. `habit backup --list` shows the copies that `habit restore` can bring back."
    )


def _row(changed: ChangedRow) -> dict[str, Any]:
    return {
        "table_name": changed.table.name,
        "key": json.dumps(changed.key),
        "before": None if changed.before is None else json.dumps(changed.before),
        "after": kept_after(changed.table, changed.after),
    }
