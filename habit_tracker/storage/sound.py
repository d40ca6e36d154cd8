"""Rows that hold what no program of ours has written: somebody changed the file by hand. They are passed over.

Each function works inside the transaction it is given.
"""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, String, Table, delete, func, select, type_coerce

from habit_tracker.storage.tables import (
    day_starts,
    holidays,
    nothing_days,
    nudges,
    plan_prompts,
    plans,
    time_off,
    weeks,
)

TABLES = (plans, plan_prompts, time_off, holidays, day_starts, nudges, weeks, nothing_days)
"""The tables whose rows say when to ask, and of which one bad row must not silence the rest."""


def readable(connection: Connection, rows: Select[Any]) -> list[Row[Any]]:
    """Those *rows* that can be read; which is all of them, unless one cannot."""
    try:
        return list(connection.execute(rows))
    except (ValueError, TypeError):
        number = connection.scalar(select(func.count()).select_from(rows.subquery())) or 0
        return [row for place in range(number) for row in _one(connection, rows.offset(place).limit(1))]


def unusable(connection: Connection) -> dict[Table, list[tuple[str, ...]]]:
    """The keys, as they are stored, of rows that cannot be read or that mean nothing."""
    found = {
        table: [key for key in _keys(connection, table) if _is_bad(connection, table, key)] for table in TABLES
    }
    return {table: keys for table, keys in found.items() if keys}


def drop(connection: Connection, keys: dict[Table, list[tuple[str, ...]]]) -> None:
    """Remove these rows."""
    for table, bad in keys.items():
        for key in bad:
            connection.execute(delete(table).where(*_at(table, key)))


def _one(connection: Connection, row: Select[Any]) -> list[Row[Any]]:
    try:
        return list(connection.execute(row))
    except (ValueError, TypeError):
        return []


def _is_bad(connection: Connection, table: Table, key: tuple[str, ...]) -> bool:
    row = _one(connection, select(table).where(*_at(table, key)))
    return not row or row[0]._mapping.get("weekdays", True) == frozenset()


def _keys(connection: Connection, table: Table) -> list[tuple[str, ...]]:
    raw = select(*(type_coerce(column, String) for column in table.primary_key))
    return [tuple(row) for row in connection.execute(raw)]


def _at(table: Table, key: tuple[str, ...]) -> list[ColumnElement[bool]]:
    return [type_coerce(column, String) == part for column, part in zip(table.primary_key, key, strict=True)]
