"""Stamped rows: each says when it was changed last, and one that holds no more is marked and stays.

So two computers can agree on every row, whatever their clocks say. Works inside the transaction it is given.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

TICK = timedelta(microseconds=1)


def later(now: datetime, before: datetime | None) -> datetime:
    """*now*, or just after *before*: a clock that is behind never makes a newer change look older."""
    return now if before is None else max(now, before + TICK)


def put(connection: Connection, table: Table, values: Mapping[str, Any], now: datetime) -> None:
    """Let the row whose key is among *values* hold them."""
    where = _at(table, values)
    before = connection.scalar(select(table.c.updated_at).where(*where))
    stamped = {**values, "updated_at": later(now, before), "deleted_at": None}
    if before is None:
        connection.execute(insert(table).values(stamped))
    else:
        connection.execute(update(table).where(*where).values(stamped))


def remove(connection: Connection, table: Table, key: Mapping[str, Any], now: datetime) -> None:
    """Let the row of that *key*, if it is there and holds, hold no more."""
    where = [*_at(table, key), table.c.deleted_at.is_(None)]
    before = connection.scalar(select(table.c.updated_at).where(*where))
    if before is not None:
        stamp = later(now, before)
        connection.execute(update(table).where(*where).values(updated_at=stamp, deleted_at=stamp))


def _at(table: Table, values: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [column == values[column.name] for column in table.primary_key]
