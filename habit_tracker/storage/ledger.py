"""The ledger: one row for each nudge that was due. Every function works inside the transaction it is given."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.storage.history.recording import Recording
from habit_tracker.storage.sound import readable
from habit_tracker.storage.tables import nudges

RECENT = timedelta(days=14)
_columns = list(nudges.c)
_order = (nudges.c.day, nudges.c.due_at)


def recent(connection: Connection, today: date, first: date | None = None) -> list[Nudge]:
    """The rows of the last days with any up to *today*, and older ones that wait: all that the decision needs.

    Those from the day *first* on are there in any case.
    """
    newest = connection.scalar(select(func.max(nudges.c.day)).where(nudges.c.day <= today)) or today
    since = min(newest - RECENT, first or newest)
    wanted = or_(nudges.c.day >= since, nudges.c.outcome == Outcome.WAITING)
    return _found(connection, nudges.c.day <= today, wanted)


def since(connection: Connection, first: date) -> list[Nudge]:
    """The rows of the day *first* and later, oldest first."""
    return _found(connection, nudges.c.day >= first)


def find(connection: Connection, key: NudgeKey) -> Nudge | None:
    """The row of that key."""
    found = _found(connection, *_at(key))
    return found[0] if found else None


def write(connection: Connection, rows: Iterable[Nudge], *, by_person: bool = False) -> None:
    """Let the ledger say this of these nudges. What is done *by a person* can be taken back."""
    if by_person:
        Recording.of(connection).include(nudges)
    for nudge in rows:
        if not connection.execute(update(nudges).where(*_at(nudge.key)).values(_values(nudge))).rowcount:
            connection.execute(insert(nudges).values(_values(nudge)))


def forget_to_come(connection: Connection, today: date, now: datetime) -> None:
    """Take away what a clock that was ahead noted: rows of days to come, or delivered after *now*."""
    connection.execute(delete(nudges).where(or_(nudges.c.day > today, nudges.c.delivered_at > now)))


def _found(connection: Connection, *where: ColumnElement[bool]) -> list[Nudge]:
    return [_nudge(row) for row in readable(connection, select(*_columns).where(*where).order_by(*_order))]


def _nudge(row: Row[Any]) -> Nudge:
    length = len(NudgeKey._fields)
    return Nudge(NudgeKey(*row[:length]), *row[length:])


def _values(nudge: Nudge) -> dict[str, Any]:
    values = nudge.key._asdict() | nudge._asdict()
    del values["key"]
    return values


def _at(key: NudgeKey) -> list[ColumnElement[bool]]:
    return [nudges.c[name] == value for name, value in key._asdict().items()]
