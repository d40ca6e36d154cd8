"""The JSON that `habit export` writes; `transfer.export.as_json` describes it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.checks import CHECKS, too_soon
from habit_tracker.transfer.entry import BadLine, Entry, FieldError, Found, LeftOut, Person, Row, tried
from habit_tracker.transfer.export.as_json import FORMAT
from habit_tracker.transfer.older_format import PlacedRow, upgraded
from habit_tracker.transfer.shape import listed
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.values import row_values

NAME = "a JSON export of this program"


def recognises(source: Source) -> bool:
    """Whether it has a format number and a list of wins."""
    return source.json is not None and {"format", "wins"} <= source.json.keys()


def read(source: Source, person: Person) -> Iterator[Found]:
    """The rows of each table, in the order of the file."""
    content = source.json or {}
    form = content["format"]
    if type(form) is not int or form not in {1, FORMAT}:
        raise HabitError(
            f"{source.name} has the format {quoted(form)};"
            f" this version reads up to {FORMAT}, a newer one may more."
        )
    tables = {table.name: table for table in (wins, *beside_wins())}
    lists = {name: listed(content, name, source.name) for name in content if name != "format"}
    named: set[str] = set()
    for where, name, row in upgraded(lists) if form == 1 else _rows(lists):
        found = tried(where, _row, tables.get(name), row, person)
        if not isinstance(found, BadLine):
            yield found
        elif found.where not in named:  # one row of format 1 may have become many
            named.add(found.where)
            yield found


def _rows(lists: dict[str, list[Any]]) -> Iterator[PlacedRow]:
    for name, rows in lists.items():
        for number, row in enumerate(rows):
            yield PlacedRow(f"{name[:40]}[{number}]", name, row)


def _row(where: str, table: Table | None, found: Any, person: Person) -> Found:
    if table is None:
        return LeftOut(where, "this version does not know what that is; a newer one may")
    if isinstance(found, FieldError):
        raise found
    values = CHECKS[table.name](row_values(table, found), person)
    if reason := too_soon(table.name, values, person):
        return LeftOut(where, reason)
    return Entry(where, exchanged=True, **values) if table is wins else Row(where, table.name, values)
