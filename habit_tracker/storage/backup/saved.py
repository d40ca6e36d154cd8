"""What was saved from a damaged database, beside the copy that comes in its place."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from habit_tracker.storage import sqlite
from habit_tracker.storage.backup.salvage import Row, readable_wins
from habit_tracker.storage.sqlite_errors import explained
from habit_tracker.storage.tables import wins


def newer_wins(damaged: Path, copy: Path | None, now: datetime) -> list[Row]:
    """The wins that can be read from the *damaged* file and are not in the *copy*, or were changed since."""
    known = _stamps(copy) if copy else {}
    return [row for row in readable_wins(damaged) if _is_news(row, known, now)]


def _stamps(copy: Path) -> dict[Any, datetime]:
    """When each win of the copy was changed last, by its unique id and by its number and first moment."""
    with explained(copy), closing(sqlite.connected(copy)) as connection:
        rows = connection.execute("SELECT uid, id, logged_at, updated_at FROM wins").fetchall()
    stamps: dict[Any, datetime] = {}
    for uid, number, logged_at, updated_at in rows:
        stamps[uid] = stamps[number, _instant(logged_at)] = _instant(updated_at)
    return stamps


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _is_news(row: Row, known: dict[Any, datetime], now: datetime) -> bool:
    """Damage may have changed the unique id, or the stamp to one of days to come: the copy is right then."""
    there = known.get(row["uid"]) or known.get((row["id"], row["logged_at"]))
    return there is None or there < row["updated_at"] <= now + timedelta(days=1)


def bring_in(connection: Connection, rows: list[Row]) -> None:
    """Store the *rows*; each keeps its number, where that is free."""
    for row in rows:
        values = row | {"zone": row["zone"] if _is_zone(row["zone"]) else "UTC"}
        if connection.scalar(select(wins.c.id).where(wins.c.uid == row["uid"])):
            del values["id"]
            connection.execute(update(wins).where(wins.c.uid == row["uid"]).values(values))
            continue
        if connection.scalar(select(wins.c.id).where(wins.c.id == row["id"])):
            del values["id"]
        connection.execute(insert(wins).values(values))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True
