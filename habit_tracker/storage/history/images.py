"""Rows of any table as JSON can hold them, so that history can keep them and put them back."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, TypeDecorator, select, table, tuple_, type_coerce
from sqlalchemy import column as plain_column
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql import TableClause
from sqlalchemy.types import TypeEngine

from habit_tracker.storage.bulk import portions

Key = tuple[Any, ...]
Image = Mapping[str, Any]
"""A row by the names of its columns: text, numbers and None; dates and times as ISO text."""

_TEMPORAL = (date, time)
_in_order = json.JSONEncoder(sort_keys=True).encode
_DIALECT = DefaultDialect()


@cache
def plain(of: Table) -> TableClause:
    """The table without the types that are ours: it takes and gives what the database keeps."""
    return table(of.name, *(plain_column(column.name, _plain_type(column)) for column in of.columns))


@cache
def _columns(of: Table) -> dict[str, ColumnElement[Any]]:
    return {column.name: type_coerce(column, _plain_type(column)).label(column.name) for column in of.columns}


def _plain_type(column: Column[Any]) -> TypeEngine[Any]:
    return column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type


def images(connection: Connection, of: Table, where: Any = None, given: Any = None) -> dict[Key, Image]:
    """The rows for which *where* is true, by their keys; *given* are the values of parameters that it names."""
    wanted = select(*_columns(of).values())
    rows = connection.execute(wanted if where is None else wanted.where(where), given or {})
    names = [*_columns(of)]
    found = (dict(zip(names, _all_to_json(row), strict=True)) for row in rows)
    key = key_names(of)
    return {tuple(map(image.__getitem__, key)): image for image in found}


def images_at(connection: Connection, of: Table, keys: Iterable[Key]) -> Iterator[tuple[Key, Image | None]]:
    """Each of the *keys* with its row, None where there is none; not all of them are in memory at once."""
    columns = [_columns(of)[name] for name in key_names(of)]
    kinds = [plain(of).c[name].type.python_type for name in key_names(of)]
    for some in portions(keys):
        values = [tuple(map(_from_json, kinds, key)) for key in some]
        where = tuple_(*columns).in_(values) if columns[1:] else columns[0].in_([value for (value,) in values])
        found = images(connection, of, where)
        yield from ((key, found.get(key)) for key in some)


def key_names(of: Table) -> list[str]:
    """The names of the columns that make a row's key."""
    return [column.name for column in of.primary_key]


def row_key(of: Table, values: Sequence[Any] | None) -> Key:
    """The key of the row with these *values* of its key's columns, as our types have them."""
    pairs = zip(of.primary_key, values or (), strict=False)
    return tuple(to_json(_bound(column.type, value)) for column, value in pairs)


def _bound(kind: TypeEngine[Any], value: Any) -> Any:
    """*value* as the plain table takes it."""
    return kind.process_bind_param(value, _DIALECT) if isinstance(kind, TypeDecorator) else value


def key_values(of: Table, key: Key) -> dict[str, Any]:
    """The values of the key's columns, as the plain table takes them."""
    return stored(of, dict(zip(key_names(of), key, strict=True)))


def stored(of: Table, image: Image) -> dict[str, Any]:
    """The values of *image* as the plain table takes them, without columns that the table no longer has."""
    kinds = {column.name: column.type.python_type for column in plain(of).columns}
    return {name: _from_json(kinds[name], value) for name, value in image.items() if name in kinds}


def _all_to_json(row: Iterable[Any]) -> list[Any]:
    """Each value of *row* as `to_json` has it, without a call for each."""
    return [value.isoformat() if isinstance(value, _TEMPORAL) else value for value in row]


def to_json(value: Any) -> Any:
    """*value* as JSON can hold it."""
    return value.isoformat() if isinstance(value, _TEMPORAL) else value


def _from_json(kind: type, value: Any) -> Any:
    if isinstance(value, str) and issubclass(kind, date | time | datetime):
        return kind.fromisoformat(value)
    return value


def digest(image: Image | None) -> str | None:
    """A short text, the same for the same row; None for a row that is not there.

    It passes over what is empty, so that a column which a later schema adds makes no difference, and over the
    stamps of the last changes, which taking back a change moves on.
    """
    if image is None:
        return None
    told = {name: value for name, value in image.items() if value is not None and not name.endswith("updated_at")}
    return hashlib.blake2b(_in_order(told).encode(), digest_size=16).hexdigest()
