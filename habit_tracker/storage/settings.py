"""What the person has set, by name. Every function works inside the transaction it is given."""

from datetime import datetime

from sqlalchemy import Connection, select

from habit_tracker.storage import stamps
from habit_tracker.storage.tables import settings


def get(connection: Connection, key: str) -> str | None:
    """The value, None when it was never set."""
    found = select(settings.c.value).where(settings.c.key == key, settings.c.deleted_at.is_(None))
    value: str | None = connection.scalar(found)
    return value


def put(connection: Connection, key: str, value: str, now: datetime) -> None:
    """Set the value."""
    stamps.put(connection, settings, {"key": key, "value": value}, now)
