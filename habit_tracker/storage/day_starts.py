"""When the person's days begin. Every function works inside the transaction it is given."""

from datetime import datetime

from sqlalchemy import Connection, select

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.storage.sound import readable
from habit_tracker.storage.stamps import put, remove
from habit_tracker.storage.tables import day_starts

_holds = day_starts.c.deleted_at.is_(None)


def all_day_starts(connection: Connection) -> list[DayStart]:
    """Every day start, oldest first."""
    rows = select(day_starts.c.since, day_starts.c.at).where(_holds).order_by(day_starts.c.since)
    return [DayStart._make(row) for row in readable(connection, rows)]


def save(connection: Connection, start: DayStart, now: datetime) -> None:
    """Let *start* hold from its day on; what was meant to hold later is dropped."""
    for later in all_day_starts(connection):
        if later.since > start.since:
            remove(connection, day_starts, {"since": later.since}, now)
    put(connection, day_starts, start._asdict(), now)
