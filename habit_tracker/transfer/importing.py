"""An import: what a file would change, worked out first and then done.

Wins are the same when their unique id is. Of two states of one win the later holds, be it an edit or a
deletion: computers that exchange exports end up alike, in whatever order they do it. Rows of other tables come
in where there is none of their key: what was set here stays.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from habit_tracker.storage import rows as stored
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import BadLine, Entry, Found, LeftOut, Row

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
Values = Mapping[str, Any]
Step = Callable[[int], object]


class Content(NamedTuple):
    """What a file holds: one entry for each unique id."""

    entries: dict[str, Entry]
    rows: list[Row]
    bad: list[BadLine]
    left_out: list[LeftOut]


class Incoming(NamedTuple):
    """What an import changes: wins that are *new*, wins that are *changed*, *rows* of other tables.

    *known* are the wins that are here already, as they are in the file or later.
    """

    new: list[Entry]
    changed: list[Entry]
    known: int
    rows: list[Row]

    @property
    def wins(self) -> int:
        """The wins that would be written."""
        return len(self.new) + len(self.changed)


def content(found: Iterable[Found]) -> Content:
    """All of a file, sorted out; of several states of one win the latest."""
    result = Content({}, [], [], [])
    for one in found:
        if isinstance(one, Entry):
            other = result.entries.get(one.uid, one)
            result.entries[one.uid] = max(other, one, key=lambda entry: _state(_win_values(entry)))
        elif isinstance(one, Row):
            result.rows.append(one)
        elif isinstance(one, BadLine):
            result.bad.append(one)
        else:
            result.left_out.append(one)
    return result


def compare(connection: Connection, found: Content) -> Incoming:
    """What importing *found* would change now."""
    here = stored.wins_by_uid(connection, list(found.entries))
    new = sorted((entry for uid, entry in found.entries.items() if uid not in here), key=_by_time)
    changed = [entry for uid, entry in found.entries.items() if uid in here and _is_later(entry, here[uid])]
    known = len(found.entries) - len(new) - len(changed)
    return Incoming(new, changed, known, _missing(connection, found.rows))


def carry_out(connection: Connection, incoming: Incoming, step: Step = lambda _: None) -> None:
    """Store it, inside the transaction given. *step* is told how many wins were just written."""
    _add(connection, wins, [_win_values(entry) | {"id": entry.id} for entry in incoming.new], step)
    for entry in incoming.changed:
        stored.overwrite_win(connection, _win_values(entry))
        step(1)
    for table in stored.beside_wins():
        _add(connection, table, [row.values for row in incoming.rows if row.table == table.name])


def _add(connection: Connection, table: Table, rows: list[Values], step: Step = lambda _: None) -> None:
    """Store new rows. One with a number keeps it where no row has one as high; the others get the next ones."""
    taken = stored.highest_number(connection, table) if "id" in table.c else 0
    keeping: dict[int, Values] = {}
    anew: list[Values] = []
    for row in rows:
        if (number := row.get("id")) is not None and number > taken and number not in keeping:
            keeping[number] = row
        else:
            anew.append({name: value for name, value in row.items() if name != "id"})
    stored.add(connection, table, [*keeping.values()], step)
    stored.add(connection, table, anew, step)


def _missing(connection: Connection, rows: list[Row]) -> list[Row]:
    """Those rows of whose key there is none here, nor before them in the list."""
    tables = {table.name: table for table in stored.beside_wins()}
    seen = {name: {_key(table, row) for row in stored.every(connection, table)} for name, table in tables.items()}
    missing: list[Row] = []
    for row in rows:
        key = _key(tables[row.table], row.values)
        if key not in seen[row.table]:
            seen[row.table].add(key)
            missing.append(row)
    return missing


def _key(table: Table, row: Values) -> tuple[Any, ...]:
    """What no two rows share: the primary key; all the rest, where that is a mere number."""
    names = [column.name for column in table.primary_key]
    if names == ["id"]:
        names = [column.name for column in table.columns if column.name != "id"]
    return tuple(row[name] for name in names)


def _by_time(entry: Entry) -> tuple[date, datetime]:
    """Orders wins as they were logged, so that their numbers rise with time; some programs write newest first."""
    return entry.day, entry.logged_at


def _win_values(entry: Entry) -> dict[str, Any]:
    """The columns of the win, its number left out."""
    values = {name: value for name, value in entry._asdict().items() if name in wins.c and name != "id"}
    return values | {"updated_at": entry.updated_at or entry.logged_at}


def _is_later(entry: Entry, here: Values) -> bool:
    return entry.updated_at is not None and _state(_win_values(entry)) > _state(here)


def _state(win: Values) -> tuple[Any, ...]:
    """Orders the states of one win: by time, at the same instant a deletion last, then by content."""
    deleted = win["deleted_at"] or _LONG_AGO
    rest = (win["day"], win["text"], win["confidence"] or 0, win["source"], win["logged_at"], win["zone"])
    return max(win["updated_at"], deleted), deleted, win["updated_at"], *rest
