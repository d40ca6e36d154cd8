"""The wins that are brought back, one a day, and when that was. Works inside the transaction it is given."""

from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select

from habit_tracker.domain.progress.memory import Memory, anniversaries, worth_most
from habit_tracker.domain.progress.win import Win
from habit_tracker.storage import journal, settings
from habit_tracker.storage.tables import kept, remembered, wins

GOOD = 4
"""A confidence from which on a win is among those to be brought back, if there is any."""
LONG = timedelta(days=30)
"""After so many days a good one may come again before others do."""
MOST = 1_000
"""So many of the good ones are looked at: those longest not shown."""


def memory_of(connection: Connection, today: date) -> Memory | None:
    """The win brought back *today*, the same all day; None while there is none from before."""
    first = journal.first_day(connection)
    if first is None or first >= today:
        return None
    days = dict(anniversaries(today, first))
    if known := _shown_on(connection, today):
        return Memory(known, days.get(known.day))
    shown = _last_shown(connection)
    for day, ago in days.items():
        if best := worth_most(journal.between(connection, day, day), shown, today):
            return Memory(best, ago)
    best = worth_most(_good(connection, today), shown, today)
    best = best or worth_most(journal.between(connection, date.min, today, MOST), shown, today)
    return Memory(best) if best else None


def note(connection: Connection, today: date, win: Win) -> None:
    """Note that *win* was brought back *today*."""
    connection.execute(delete(remembered).where(remembered.c.day == today))
    connection.execute(insert(remembered).values(day=today, uid=win.uid))


def is_noted(connection: Connection, today: date, win: Win) -> bool:
    """Whether that is known."""
    noted = select(remembered.c.uid).where(remembered.c.day == today)
    return connection.scalar(noted) == win.uid


def is_wanted(connection: Connection) -> bool:
    """Whether the person wants wins brought back unasked."""
    return settings.value(connection, settings.REMEMBER, True) is not None


def _shown_on(connection: Connection, day: date) -> Win | None:
    """The win that was brought back on *day*, unless it was deleted or moved since."""
    joined = select(*journal.columns).join(remembered, remembered.c.uid == wins.c.uid)
    row = connection.execute(joined.where(remembered.c.day == day, kept, wins.c.day < day)).first()
    return Win._make(row) if row else None


def _last_shown(connection: Connection) -> dict[str, date]:
    rows = connection.execute(select(remembered.c.uid, func.max(remembered.c.day)).group_by(remembered.c.uid))
    return {row[0]: row[1] for row in rows}


def _good(connection: Connection, today: date) -> list[Win]:
    """Wins that the person felt confident about and has long not seen, those never brought back first."""
    last = select(remembered.c.uid, func.max(remembered.c.day).label("day")).group_by(remembered.c.uid).subquery()
    good = select(*journal.columns).outerjoin(last, last.c.uid == wins.c.uid)
    long_ago = or_(last.c.day.is_(None), last.c.day < today - LONG)
    rows = good.where(kept, wins.c.day < today, wins.c.confidence >= GOOD, long_ago)
    longest_ago = last.c.day.asc().nulls_first()
    return [Win._make(row) for row in connection.execute(rows.order_by(longest_ago, wins.c.day).limit(MOST))]
