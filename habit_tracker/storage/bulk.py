"""Rows by the million: in portions, and past what costs more for each row than the database itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, insert

AT_ONCE = 500
"""Rows that one statement reads or writes; databases limit the values of one statement."""
Item = TypeVar("Item")


def portions(items: Iterable[Item]) -> Iterator[list[Item]]:
    """As many of them as one statement takes, and again, until there are no more."""
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add *rows*, all with the same columns. What watches the statements of *connection* sees none of it."""
    statement = insert(table).compile(dialect=connection.dialect, column_keys=[*rows[0]])
    names = statement.positiontup or []
    columns = zip(*map(itemgetter(*names), rows), strict=True)
    bound = [_bound(connection, table.c[name], values) for name, values in zip(names, columns, strict=True)]
    connection.exec_driver_sql(str(statement), [*zip(*bound, strict=True)])


def _bound(connection: Connection, column: Column[Any], values: Sequence[Any]) -> Iterable[Any]:
    """The *values* of that column as the driver takes them; many rows share a day or an instant."""
    turn = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return map(lru_cache(AT_ONCE)(turn), values) if turn else values
