"""The ranges of time off. Every function works inside the transaction it is given."""

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.storage.tables import time_off


def all_time_off(connection: Connection) -> list[TimeOff]:
    """Every range, oldest first."""
    columns = [time_off.c[name] for name in TimeOff._fields]
    return [TimeOff._make(row) for row in connection.execute(select(*columns).order_by(time_off.c.first))]


def keep(connection: Connection, ranges: list[TimeOff]) -> None:
    """Let *ranges* be all the time off there is."""
    before = all_time_off(connection)
    for gone in set(before) - set(ranges):
        row = (time_off.c.first == gone.first, time_off.c.last == gone.last)
        connection.execute(delete(time_off).where(*row))
    for new in ranges:
        if new not in before:
            connection.execute(insert(time_off).values(new._asdict()))
