"""When the person's days begin. Every function works inside the transaction it is given."""

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.storage.tables import day_starts


def all_day_starts(connection: Connection) -> list[DayStart]:
    """Every day start, oldest first."""
    rows = connection.execute(select(day_starts.c.since, day_starts.c.at).order_by(day_starts.c.since))
    return [DayStart._make(row) for row in rows]


def save(connection: Connection, start: DayStart) -> None:
    """Let *start* hold from its day on; what was meant to hold later is dropped."""
    connection.execute(delete(day_starts).where(day_starts.c.since >= start.since))
    connection.execute(insert(day_starts).values(start._asdict()))
