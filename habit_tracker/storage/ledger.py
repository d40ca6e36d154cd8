"""The ledger: one row for each nudge that was due. Every function works inside the transaction it is given."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, insert, select, update

from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.storage.tables import nudges

RECENT = 50
_columns = [nudges.c[name] for name in Nudge._fields]


def recent(connection: Connection) -> list[Nudge]:
    """The newest rows, oldest of them first: all that the decision needs to know."""
    newest_first = select(*_columns).order_by(nudges.c.day.desc(), nudges.c.due_at.desc()).limit(RECENT)
    return [Nudge._make(row) for row in connection.execute(newest_first)][::-1]


def since(connection: Connection, first: date) -> list[Nudge]:
    """The rows of the day *first* and later, oldest first."""
    rows = select(*_columns).where(nudges.c.day >= first).order_by(nudges.c.day, nudges.c.due_at)
    return [Nudge._make(row) for row in connection.execute(rows)]


def find(connection: Connection, day: date, kind: str, number: int) -> Nudge | None:
    """The row of that key."""
    row = connection.execute(select(*_columns).where(*_key(day, kind, number))).first()
    return Nudge._make(row) if row else None


def write(connection: Connection, rows: Iterable[Nudge]) -> None:
    """Let the ledger say this of these nudges."""
    for nudge in rows:
        if not connection.execute(update(nudges).where(*_key(*nudge.key)).values(nudge._asdict())).rowcount:
            connection.execute(insert(nudges).values(nudge._asdict()))


def _key(day: date, kind: str, number: int) -> tuple[ColumnElement[bool], ...]:
    return nudges.c.day == day, nudges.c.kind == kind, nudges.c.number == number
