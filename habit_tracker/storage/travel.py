"""The date that a traveller lost, found from the zones in which wins were written."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, select

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import added
from habit_tracker.domain.days.travel import lost_day as lost_between
from habit_tracker.storage.tables import kept, wins
from habit_tracker.storage.time_off import all_time_off, keep


def lost_day(connection: Connection, today: date, zone: tzinfo) -> TimeOff | None:
    """The date lost between the latest win and *today* in *zone*, if any."""
    newest_first = select(wins.c.day, wins.c.zone).where(wins.c.day < today, kept)
    row = connection.execute(newest_first.order_by(wins.c.day.desc(), wins.c.id.desc()).limit(1)).first()
    if row is None or (left := zone_named(row.zone)) is None:
        return None
    return lost_between(row.day, left, today, zone)


def keep_lost_day(connection: Connection, today: date, zone: tzinfo | None, now: datetime) -> None:
    """Keep the date lost before *today* as time off: the next win would hide that it was lost."""
    lost = lost_day(connection, today, zone) if zone else None
    if lost:
        keep(connection, added(all_time_off(connection), lost), now)


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that name, None where the name is an offset or unknown here."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
