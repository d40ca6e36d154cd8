"""The JSON that `habit export` writes; `transfer.export.as_json` describes it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import quoted
from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.checks import CHECKS, apart
from habit_tracker.transfer.entry import Entry, Found, LeftOut, Person, Row, tried
from habit_tracker.transfer.export.as_json import FORMAT
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
    if type(form) is not int or form != FORMAT:
        raise HabitError(
            f"{source.name} has the format {quoted(form)}, and this version reads {FORMAT}; install the newest."
        )
    tables = {table.name: table for table in (wins, *beside_wins())}
    for name in content:
        if name != "format":
            rows = enumerate(listed(content, name, source.name))
            found = (tried(f"{name[:40]}[{number}]", _row, tables.get(name), row, person) for number, row in rows)
            yield from apart(found) if name == "time_off" else found


def _row(where: str, table: Table | None, found: Any, person: Person) -> Found:
    if table is None:
        return LeftOut(where, "this version does not know what that is; a newer one may")
    values = CHECKS[table.name](row_values(table, found), person)
    return Entry(where, exchanged=True, **values) if table is wins else Row(where, table.name, values)
