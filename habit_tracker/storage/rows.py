"""Rows as they are stored, for what goes out and comes in. All work inside the transaction they are given."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select, update

from habit_tracker.storage import bulk, sound
from habit_tracker.storage.bulk import AT_ONCE, portions
from habit_tracker.storage.history.recording import added
from habit_tracker.storage.tables import kept, metadata, wins
from habit_tracker.storage.weeks import chosen


def beside_wins() -> list[Table]:
    """The tables that travel with the wins: all but those marked with `info={"travels": False}`."""
    return [table for table in metadata.sorted_tables if table is not wins and table.info.get("travels", True)]


def every(connection: Connection, table: Table) -> Iterator[Mapping[str, Any]]:
    """All rows of *table* in the order of its key, deleted wins among them; of other tables the sound ones."""
    rows = select(table).order_by(*table.primary_key)
    if table is wins:
        return _streamed(connection, rows)
    return (row._asdict() for row in sound.readable(connection, rows))


def wins_of_days(
    connection: Connection, first: date, last: date, *, deleted: bool = False
) -> Iterator[Mapping[str, Any]]:
    """The wins of the days *first* to *last*, both included, oldest day first.

    All that is stored of them if *deleted* ones are among them; else each also with whether it is `chosen`.
    """
    rows = (select(wins) if deleted else select(wins, chosen).where(kept)).where(wins.c.day.between(first, last))
    return _streamed(connection, rows.order_by(wins.c.day, wins.c.id))


def _streamed(connection: Connection, rows: Select[Any]) -> Iterator[Mapping[str, Any]]:
    for row in connection.execute(rows.execution_options(yield_per=AT_ONCE)):
        yield row._asdict()


def wins_by_uid(connection: Connection, uids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Those wins of these unique ids that were ever stored, deleted ones among them."""
    found: dict[str, Mapping[str, Any]] = {}
    for some in portions(uids):
        rows = connection.execute(select(wins).where(wins.c.uid.in_(some)))
        found.update((row.uid, row._asdict()) for row in rows)
    return found


def highest_number(connection: Connection) -> int:
    """The highest number of a win, 0 when there is none."""
    return connection.scalar(select(func.max(wins.c.id))) or 0


def add_wins(connection: Connection, rows: Iterable[dict[str, Any]], step: Callable[[int], object]) -> None:
    """Store new wins, all with the same columns; without `id` they get the next ones. *step* is told how many."""
    for some in portions(rows):
        bulk.add(connection, wins, some)
        added(connection, wins, some)
        step(len(some))


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let the rows of these keys be so, those that are here and those that are not."""
    for row in rows:
        where = [column == row[column.name] for column in table.primary_key]
        if not connection.execute(update(table).where(*where).values(row)).rowcount:
            connection.execute(insert(table).values(row))


def overwrite_win(connection: Connection, values: Mapping[str, Any]) -> None:
    """Let the win of that `uid` be as *values* say; its number stays."""
    changed = {name: value for name, value in values.items() if name not in {"id", "uid"}}
    connection.execute(update(wins).where(wins.c.uid == values["uid"]).values(changed))
