"""Time off, kept day by day and read as ranges. Every function works inside the transaction it is given.

A day that was cancelled stays a row that says so: no range from another computer brings it back.
"""

from datetime import date, datetime

from sqlalchemy import Connection, select

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import days_of, joined
from habit_tracker.storage.sound import readable
from habit_tracker.storage.stamps import put, remove
from habit_tracker.storage.tables import time_off


def all_time_off(connection: Connection) -> list[TimeOff]:
    """Every range, oldest first; days of one reason that follow each other are one range."""
    return joined(TimeOff(day, day, reason) for day, reason in _days(connection).items())


def keep(connection: Connection, ranges: list[TimeOff], now: datetime) -> None:
    """Let *ranges* be all the time off there is."""
    before, wanted = _days(connection), days_of(ranges)
    for day in before.keys() - wanted.keys():
        remove(connection, time_off, {"day": day}, now)
    for day, reason in wanted.items():
        if day not in before or before[day] != reason:
            put(connection, time_off, {"day": day, "reason": reason}, now)


def _days(connection: Connection) -> dict[date, str | None]:
    """The reason of each day off."""
    rows = select(time_off.c.day, time_off.c.reason).where(time_off.c.deleted_at.is_(None))
    return {row.day: row.reason for row in readable(connection, rows.order_by(time_off.c.day))}
