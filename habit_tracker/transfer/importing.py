"""An import: what a file would change, worked out first and then done.

Wins are the same when their unique id is. Rows of other tables come in where there is none of their key: what was
set here stays.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import not_yet
from habit_tracker.storage import rows as stored
from habit_tracker.storage.tables import wins
from habit_tracker.storage.time_off import all_time_off
from habit_tracker.transfer.entry import BadLine, Entry, Found, LeftOut, Row
from habit_tracker.transfer.identity import numbered, paired
from habit_tracker.transfer.merging import fate, is_another, state, win_values

Values = Mapping[str, Any]
Step = Callable[[int], object]


class Content(NamedTuple):
    """What a file holds: one entry for each unique id."""

    entries: dict[str, Entry]
    rows: list[Row]
    bad: list[BadLine]
    left_out: list[LeftOut]


class Incoming(NamedTuple):
    """What an import changes: wins that are *new*, *changed* or *restored*, *rows* of other tables.

    *known* ones are here already, as they are in the file or later. *differing* ones say something else here, and
    nobody knows which is later. *deleted* ones were deleted here, and stay so.
    """

    new: list[Entry]
    changed: list[Entry]
    restored: list[Entry]
    known: list[Entry]
    differing: list[Entry]
    deleted: list[Entry]
    rows: list[Row]

    @property
    def wins(self) -> int:
        """The wins that would be written."""
        return len(self.new) + len(self.changed) + len(self.restored)


def content(found: Iterable[Found]) -> Content:
    """All of a file, sorted out; of several states of one win the latest."""
    result = Content({}, [], [], [])
    nameless: list[Entry] = []
    for one in found:
        if isinstance(one, Row):
            result.rows.append(one)
        elif isinstance(one, BadLine):
            result.bad.append(one)
        elif isinstance(one, LeftOut):
            result.left_out.append(one)
        elif not one.uid:
            nameless.append(one)
        elif is_another(one, other := result.entries.get(one.uid, one)):
            result.bad.append(BadLine(one.where, f"its uid is that of {other.where}, which says something else"))
        else:
            result.entries[one.uid] = max(other, one, key=lambda entry: state(win_values(entry)))
    result.entries.update((entry.uid, entry) for entry in numbered(nameless))
    return result


def compare(connection: Connection, found: Content, now: datetime, *, restore_deleted: bool = False) -> Incoming:
    """What importing *found* at the instant *now* would change."""
    here = stored.wins_by_uid(connection, list(found.entries))
    result = Incoming([], [], [], [], [], [], _missing(connection, found.rows))
    for uid, entry in paired(found.entries, here).items():
        if uid in here:
            becomes, settled = fate(entry, here[uid], now, restore_deleted=restore_deleted)
            getattr(result, becomes).append(settled)
        else:
            result.new.append(entry)
    result.new.sort(key=_by_time)
    return result


def carry_out(connection: Connection, incoming: Incoming, step: Step = lambda _: None) -> None:
    """Store it, inside the transaction given. *step* is told how many wins were just written."""
    _add(connection, wins, [win_values(entry) | {"id": entry.id} for entry in incoming.new], step)
    for entry in (*incoming.changed, *incoming.restored):
        stored.overwrite_win(connection, win_values(entry))
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
    return [piece for row in missing for piece in _pieces(connection, row)]


def _pieces(connection: Connection, row: Row) -> list[Row]:
    """*row*; of time off the days that are not off here yet, for no day is in two ranges."""
    if row.table != "time_off":
        return [row]
    off = TimeOff(row.values["first"], row.values["last"], row.values["reason"])
    return [row._replace(values=row.values | piece._asdict()) for piece in not_yet(all_time_off(connection), off)]


def _key(table: Table, row: Values) -> tuple[Any, ...]:
    """What no two rows share: the primary key; all the rest, where that is a mere number."""
    names = [column.name for column in table.primary_key]
    if names == ["id"]:
        names = [column.name for column in table.columns if column.name != "id"]
    return tuple(row[name] for name in names)


def _by_time(entry: Entry) -> tuple[date, datetime]:
    """Orders wins as they were logged, so that their numbers rise with time; some programs write newest first."""
    return entry.day, entry.logged_at
