"""Public holidays, kept day by day once they are known. Every function works inside the transaction it is given.

A holiday that the person took out stays a row that says so: it is not given again. One that has been lived stays.
"""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, or_, select

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import joined
from habit_tracker.storage.sound import readable
from habit_tracker.storage.stamps import put, remove
from habit_tracker.storage.tables import holidays, notes, settings

SETTING = "holidays"
"""The setting that says whose they are."""
_holds = holidays.c.deleted_at.is_(None)


def all_holidays(connection: Connection) -> list[TimeOff]:
    """Every holiday, oldest first; days of one name that follow each other are one range."""
    rows = select(holidays.c.day, holidays.c.name).where(_holds).order_by(holidays.c.day)
    return joined(TimeOff(row.day, row.day, row.name, holiday=True) for row in readable(connection, rows))


def known_until(connection: Connection, regions: str) -> date | None:
    """The last holiday that is known of these *regions*."""
    last: date | None = connection.scalar(select(func.max(holidays.c.day)).where(holidays.c.regions == regions))
    return last


def in_use(connection: Connection) -> bool:
    """Whether whose they are was ever set, or any is known: most people have none, and wait for none."""
    either = or_(exists().where(settings.c.key == SETTING), exists(select(holidays.c.day)))
    return bool(connection.scalar(select(either)))


def strangers(connection: Connection, regions: str | None, today: date) -> bool:
    """Whether from *today* on there are holidays of other regions than these."""
    return connection.scalar(select(holidays.c.day).where(*_ahead(regions, today)).limit(1)) is not None


def drop_ahead(connection: Connection, today: date, *, but: str | None = None) -> None:
    """Remove the holidays from *today* on, *but* those of these regions; what was taken out stays so."""
    connection.execute(delete(holidays).where(*_ahead(but, today)))
    connection.execute(delete(notes).where(notes.c.key == SETTING))


def give(connection: Connection, regions: str, names: Mapping[date, str], now: datetime) -> None:
    """Let the days of *names* be holidays of these *regions*; a day of which something is known stays as it is."""
    known = set(connection.scalars(select(holidays.c.day)))
    for day, name in names.items():
        if day not in known:
            put(connection, holidays, {"day": day, "name": name, "regions": regions}, now)


def noted(connection: Connection) -> str | None:
    """What was noted when they were given last."""
    value: str | None = connection.scalar(select(notes.c.value).where(notes.c.key == SETTING))
    return value


def note(connection: Connection, value: str) -> None:
    """Note that they were given, for the setting and up to the year that *value* says."""
    connection.execute(delete(notes).where(notes.c.key == SETTING))
    connection.execute(insert(notes).values(key=SETTING, value=value))


def take_out(connection: Connection, first: date, last: date, now: datetime) -> bool:
    """Let the holidays from *first* to *last* be days like any other; whether there were any."""
    days = list(connection.scalars(select(holidays.c.day).where(holidays.c.day.between(first, last), _holds)))
    for day in days:
        remove(connection, holidays, {"day": day}, now)
    return bool(days)


def _ahead(but: str | None, today: date) -> list[ColumnElement[bool]]:
    ahead = [holidays.c.day >= today, _holds]
    return ahead if but is None else [*ahead, holidays.c.regions != but]
