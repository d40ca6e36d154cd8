"""What the person has set, by name. Every function works inside the transaction it is given."""

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.storage.tables import settings


def get(connection: Connection, key: str) -> str | None:
    """The value, None when it was never set."""
    value: str | None = connection.scalar(select(settings.c.value).where(settings.c.key == key))
    return value


def put(connection: Connection, key: str, value: str) -> None:
    """Set the value."""
    connection.execute(delete(settings).where(settings.c.key == key))
    connection.execute(insert(settings).values(key=key, value=value))
