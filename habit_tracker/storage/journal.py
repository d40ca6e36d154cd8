"""The journal of wins. Every function works inside the transaction it is given."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, String, and_, cast, func, insert, or_, select, update

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.tags import SIGNS, Tag, counted
from habit_tracker.domain.progress.trend import Ratings
from habit_tracker.domain.progress.win import Win
from habit_tracker.storage.stamps import later
from habit_tracker.storage.tables import kept, wins
from habit_tracker.storage.weeks import chosen

LOGGED_HERE = ("shell", "nudge")
"""The sources of wins that were not imported."""
AT_ONCE = 500
columns = [*(wins.c[name] for name in Win._fields if name in wins.c), chosen]


def log(
    connection: Connection,
    text: str,
    day: date,
    now: datetime,
    zone: str,
    confidence: int | None = None,
    source: str = "shell",
    uid: str | None = None,
) -> Win:
    """Store a win and give it its number."""
    win = Win(0, uid or str(uuid4()), day, text, confidence, source, now, zone, now)
    values = {name: value for name, value in win._asdict().items() if name in wins.c and name != "id"}
    number = connection.execute(insert(wins).values(values)).inserted_primary_key
    assert number is not None  # noqa: S101  an insert of one row always has one
    return win._replace(id=number[0])


def get(connection: Connection, number: int) -> Win:
    """The win of that number. Raises HabitError when there is none, or it was deleted."""
    row = connection.execute(select(*columns).where(wins.c.id == number, kept)).first()
    if row is None:
        raise HabitError(f"There is no win {number}. `habit wins` shows the numbers.")
    return _win(row)


def edit(connection: Connection, win: Win, now: datetime, **fields: Any) -> Win:
    """Let these *fields* of the win (day, text, confidence) be so; the others stay as they are."""
    changed = {name: value for name, value in fields.items() if value != getattr(win, name)}
    return _stamp(connection, win, now, changed) if changed else win


def delete(connection: Connection, win: Win, now: datetime) -> None:
    """Mark the win as deleted; its words stay in the database."""
    _stamp(connection, win, now, {"deleted_at": later(now, win.updated_at)})


def _stamp(connection: Connection, win: Win, now: datetime, values: dict[str, Any]) -> Win:
    """Store *values*, each with when it was changed."""
    stamp = later(now, win.updated_at)
    stamps = {wins.info["stamps"][name]: stamp for name in values}
    connection.execute(update(wins).where(wins.c.id == win.id).values(values | stamps | {"updated_at": stamp}))
    return win._replace(updated_at=stamp, **{name: value for name, value in values.items() if name in Win._fields})


def between(connection: Connection, first: date, last: date, most: int | None = None) -> list[Win]:
    """The wins of the days *first* to *last*, both included, newest first; at the most *most* of them."""
    newest_first = select(*columns).where(wins.c.day.between(first, last), kept)
    rows = connection.execute(newest_first.order_by(wins.c.day.desc(), wins.c.id.desc()).limit(most))
    return [_win(row) for row in rows]


def tagged(connection: Connection, first: date = date.min, last: date = date.max) -> Iterator[Win]:
    """Those of the same wins whose texts hold the sign of a tag, each read when its turn comes."""
    signs = or_(*(wins.c.text.contains(sign) for sign in SIGNS))
    rows = select(*columns).where(wins.c.day.between(first, last), kept, signs)
    newest_first = rows.order_by(wins.c.day.desc(), wins.c.id.desc())
    return map(_win, connection.execute(newest_first.execution_options(yield_per=AT_ONCE)))


def tag_counts(connection: Connection, first: date = date.min, last: date = date.max) -> list[Tag]:
    """The tags of the same wins, the most frequent first."""
    return counted((win.day, win.text) for win in tagged(connection, first, last))


def days(connection: Connection) -> list[date]:
    """The days that have a win, in order.

    They come as one text: of ten years in 1.2 ms, where a row for each takes 3.7.
    """
    each = select(wins.c.day).where(kept).distinct().subquery()
    text = connection.scalar(select(func.aggregate_strings(cast(each.c.day, String), ",")))
    return sorted(map(date.fromisoformat, text.split(","))) if text else []


def first_day(connection: Connection) -> date | None:
    """The day of the earliest win."""
    first: date | None = connection.scalar(select(func.min(wins.c.day)).where(kept))
    return first


def day_counts(connection: Connection, first: date, last: date) -> dict[date, int]:
    """The number of wins of each day from *first* to *last*, both included; a day without one is left out."""
    counted = select(wins.c.day, func.count().label("number")).where(wins.c.day.between(first, last), kept)
    return {row.day: row.number for row in connection.execute(counted.group_by(wins.c.day))}


def ratings(connection: Connection, last: date) -> dict[date, Ratings]:
    """The confidence of the wins of each day up to *last*; a day without a rating is left out."""
    rated = select(wins.c.day, func.sum(wins.c.confidence), func.count()).where(
        wins.c.day <= last, kept, wins.c.confidence.is_not(None)
    )
    return {day: Ratings(total, number) for day, total, number in connection.execute(rated.group_by(wins.c.day))}


def misdated(connection: Connection, first: date, last: date, written: datetime) -> list[Win]:
    """The wins of a day before *first* or after *last*, and those logged here before the program was *written*."""
    too_soon = and_(wins.c.source.in_(LOGGED_HERE), wins.c.logged_at < written, wins.c.day <= written.date())
    odd = select(*columns).where(kept, or_(~wins.c.day.between(first, last), too_soon))
    return [_win(row) for row in connection.execute(odd.order_by(wins.c.id))]


def day_logged_after(connection: Connection, number: int, first: date, last: date) -> date | None:
    """The day of the win that was logged next after that *number*, of those of the days *first* to *last*."""
    following = select(wins.c.day).where(wins.c.id > number, wins.c.day.between(first, last), kept)
    day: date | None = connection.scalar(following.order_by(wins.c.id).limit(1))
    return day


def logged_days(connection: Connection, first: date) -> frozenset[date]:
    """The days from *first* on for which a win was ever logged, those of deleted wins among them."""
    return frozenset(connection.scalars(select(wins.c.day).where(wins.c.day >= first).distinct()))


def knows(connection: Connection, uid: str) -> bool:
    """Whether the win of that unique id was ever stored."""
    return connection.scalar(select(wins.c.id).where(wins.c.uid == uid)) is not None


def count(connection: Connection, last: date) -> int:
    """The number of wins up to the day *last*."""
    # all rows less the few that do not count: much faster than looking at each of a million
    rows = select(func.count()).select_from(wins)
    later = rows.where(wins.c.day > last, kept)
    deleted = rows.where(wins.c.deleted_at.is_not(None))
    return (
        connection.scalar(select(rows.scalar_subquery() - later.scalar_subquery() - deleted.scalar_subquery()))
        or 0
    )


def _win(row: Row[Any]) -> Win:
    return Win._make(row)
