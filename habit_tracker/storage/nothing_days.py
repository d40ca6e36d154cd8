"""Days on which the person showed up without a win. Every function works inside the transaction it is given."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from habit_tracker.storage import stamps
from habit_tracker.storage.sound import readable
from habit_tracker.storage.tables import nothing_days


def up_to(connection: Connection, last: date) -> dict[date, str | None]:
    """Each such day up to *last*, in order, and what came in the way, if that was said."""
    rows = select(nothing_days.c.day, nothing_days.c.reason).where(
        nothing_days.c.day <= last, nothing_days.c.deleted_at.is_(None)
    )
    return {row.day: row.reason for row in readable(connection, rows.order_by(nothing_days.c.day))}


def save(connection: Connection, day: date, reason: str | None, now: datetime) -> None:
    """Note the day."""
    stamps.put(connection, nothing_days, {"day": day, "reason": reason}, now)
