"""An import: what a file would change, worked out first and then done.

Wins are the same when their unique id is, other rows when their key is. Of two states of one field of a win, and
of one row of another table, the later holds, be it a change or a deletion: computers that exchange exports end up
alike, in whatever order they do it. Rows of the ledger come in where there is none of their key.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import rows as stored
from habit_tracker.storage.settings import OF_THIS_DISK, STAY_HERE
from habit_tracker.transfer.entry import BadLine, Entry, Found, LeftOut, Row
from habit_tracker.transfer.fate import fate, one_win, win_values
from habit_tracker.transfer.identity import numbered, paired
from habit_tracker.transfer.merging import merged_row

Values = Mapping[str, Any]
Step = Callable[[int], object]
WRITTEN = {"changed", "restored"}


MOST = 1_000_000
"""Entries of one import: thousands of years of them, and no more than a computer holds in its memory at once."""


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
    changed: list[Values]
    restored: list[Values]
    known: list[Entry]
    differing: list[Entry]
    deleted: list[Entry]
    rows: list[Row]

    @property
    def wins(self) -> int:
        """The wins that would be written."""
        return len(self.new) + len(self.changed) + len(self.restored)


def content(found: Iterable[Found]) -> Content:
    """All of a file, sorted out; of several states of one win the latest. Raises HabitError for more than MOST."""
    result = Content({}, [], [], [])
    nameless: list[Entry] = []
    for number, one in enumerate(found):
        if number == MOST:
            raise HabitError(f"That is more than {MOST:,} entries; split the file, and import its parts.")
        if isinstance(one, Row):
            result.rows.append(one)
        elif isinstance(one, BadLine):
            result.bad.append(one)
        elif isinstance(one, LeftOut):
            result.left_out.append(one)
        elif not one.uid:
            nameless.append(one)
        elif one.uid not in result.entries:
            result.entries[one.uid] = one._replace(updated_at=one.updated_at or one.logged_at)
        elif both := one_win(result.entries[one.uid], one):
            result.entries[one.uid] = both
        else:
            where = result.entries[one.uid].where
            result.bad.append(BadLine(one.where, f"its uid is that of {where}, which says something else"))
    result.entries.update((entry.uid, entry) for entry in numbered(nameless))
    return result


def compare(connection: Connection, found: Content, now: datetime, *, restore_deleted: bool = False) -> Incoming:
    """What importing *found* at the instant *now* would change."""
    here = stored.wins_by_uid(connection, found.entries)
    result = Incoming([], [], [], [], [], [], _news(connection, found.rows))
    for uid, entry in paired(found.entries, here).items():
        if uid in here:
            becomes, win = fate(entry, here[uid], now, restore_deleted=restore_deleted)
            getattr(result, becomes).append(win if becomes in WRITTEN else entry)
        else:
            result.new.append(entry)
    result.new.sort(key=_by_time)
    return result


def carry_out(connection: Connection, incoming: Incoming, step: Step = lambda _: None) -> None:
    """Store it, inside the transaction given. *step* is told how many wins were just written."""
    _add_wins(connection, incoming.new, step)
    for win in (*incoming.changed, *incoming.restored):
        stored.overwrite_win(connection, win)
        step(1)
    for table in stored.beside_wins():
        stored.put(connection, table, [row.values for row in incoming.rows if row.table == table.name])


def _add_wins(connection: Connection, new: list[Entry], step: Step) -> None:
    """Store new wins. One with a number keeps it where no win has one as high; the others get the next ones."""
    taken = stored.highest_number(connection)
    keeping: dict[int, Entry] = {}
    anew: list[Entry] = []
    for entry in new:
        if entry.id is not None and entry.id > taken and entry.id not in keeping:
            keeping[entry.id] = entry
        else:
            anew.append(entry)
    stored.add_wins(connection, (win_values(entry) | {"id": entry.id} for entry in keeping.values()), step)
    stored.add_wins(connection, map(win_values, anew), step)


def _news(connection: Connection, rows: list[Row]) -> list[Row]:
    """Those rows that are new here, or later than what is here; of several in the file what they come to."""
    tables = {table.name: table for table in stored.beside_wins()}
    here = {
        name: {_key(table, row): row for row in stored.every(connection, table)} for name, table in tables.items()
    }
    news: dict[tuple[str, tuple[Any, ...]], Row] = {}
    for row in rows:
        if row.values.get("key") in OF_THIS_DISK:
            continue
        table, key = tables[row.table], _key(tables[row.table], row.values)
        there = news[row.table, key].values if (row.table, key) in news else here[row.table].get(key)
        if there is None or _is_news(table, there, row.values):
            news[row.table, key] = row
    return list(news.values())


def _is_news(table: Table, there: Values, row: Values) -> bool:
    """Whether *row* is to take the place of what is *there*; what belongs to this computer never does."""
    if "updated_at" not in table.c or there.get("key") in STAY_HERE:
        return False
    return merged_row(table, there, row) == row != there


def _key(table: Table, row: Values) -> tuple[Any, ...]:
    """What no two rows share."""
    return tuple(row[column.name] for column in table.primary_key)


def _by_time(entry: Entry) -> tuple[date, datetime]:
    """Orders wins as they were logged, so that their numbers rise with time; some programs write newest first."""
    return entry.day, entry.logged_at
