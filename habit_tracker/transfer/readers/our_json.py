"""The JSON that `habit export` writes; `transfer.export.as_json` describes it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from habit_tracker.domain.errors import HabitError
from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import Entry, Found, LeftOut, Person, Row, tried
from habit_tracker.transfer.export.as_json import FORMAT
from habit_tracker.transfer.older_format import upgraded
from habit_tracker.transfer.shape import listed
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.values import row_values

NAME = "a JSON export of this program"
_HIGHEST_NUMBER = 10**9
"""A greater number is no count of wins, and the database could run out of numbers after it."""


def recognises(source: Source) -> bool:
    """Whether it has a format number and a list of wins."""
    return source.json is not None and {"format", "wins"} <= source.json.keys()


def read(source: Source, _person: Person) -> Iterator[Found]:
    """The wins first, then the rows of the other tables."""
    content = source.json or {}
    form = content["format"]
    if form == 1 and type(form) is int:
        content = upgraded(content)
    elif type(form) is not int or form != FORMAT:
        raise HabitError(
            f"{source.name} is an export in the format {str(form)[:20]!r}; this version reads up to {FORMAT}. "
            "Install the newest version and import it again."
        )
    tables = {table.name: table for table in beside_wins()}
    for number, found in enumerate(listed(content, wins.name), 1):
        yield tried(f"win {number}", _entry, found)
    for name in content.keys() - {"format", wins.name}:
        for number, found in enumerate(listed(content, name), 1):
            yield tried(f"row {number} of {name[:40]!r}", _row, tables.get(name), found)


def _entry(where: str, found: Any) -> Found:
    values = row_values(wins, found)
    if not values["uid"].isascii() or not values["uid"].replace("-", "").isalnum():
        raise ValueError("its 'uid' is none")
    if values["confidence"] not in {None, *range(1, 6)}:
        raise ValueError(f"its 'confidence' is {values['confidence']} and not 1 to 5")
    if values["id"] is not None and not 0 < values["id"] <= _HIGHEST_NUMBER:
        raise ValueError(f"its 'id' is {values['id']}, which is not a win's number")
    return Entry(where, **values)


def _row(where: str, table: Table | None, found: Any) -> Found:
    if table is None:
        return LeftOut(where, "this version does not know what that is; a newer one may")
    return Row(where, table.name, row_values(table, found))
