"""History: every change with what was there before. Every function works inside the transaction it is given."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from habit_tracker.domain.change import Change
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage.history.images import (
    Image,
    Key,
    digest,
    images_at,
    key_names,
    key_values,
    plain,
    stored,
)
from habit_tracker.storage.history.recording import ChangedRow, Recording
from habit_tracker.storage.tables import changed_rows, changes, metadata

Images = dict[Key, Image | None]
_columns = [changes.c[name] for name in Change._fields]


def record(connection: Connection, words: str, now: datetime, *, exact: bool = False) -> None:
    """Let what this transaction changes be known as *words*; without that it cannot be taken back.

    Taking back an *exact* change leaves no trace of it, where otherwise a win is only marked as deleted.
    """
    Recording.of(connection).told = {"words": words, "now": now, "exact": exact}


def write(connection: Connection) -> None:
    """At the end of a transaction: store what it changed, if it was recorded and changed anything."""
    recording = Recording.of(connection)
    if recording.told is None:
        return
    rows = [_row(changed) for changed in recording.changed_rows()]
    if rows:
        number = add(connection, **recording.told)
        connection.execute(insert(changed_rows), [{"change_id": number, **row} for row in rows])


def add(connection: Connection, words: str, now: datetime, *, exact: bool = False, **more: Any) -> int:
    """Note a change; its number. *more* are other columns of it."""
    values = {"at": now, "words": words, "exact": exact, **more}
    key = connection.execute(insert(changes).values(values)).inserted_primary_key
    assert key is not None  # noqa: S101  an insert of one row always has one
    return int(key[0])


def newest(connection: Connection, most: int) -> list[Change]:
    """At most *most* changes, newest first, those that were taken back among them."""
    newest_first = select(*_columns).order_by(changes.c.id.desc()).limit(most)
    return [Change._make(row) for row in connection.execute(newest_first)]


def last(connection: Connection) -> Change:
    """The newest change that was not taken back. Raises HabitError when there is none."""
    newest_first = select(*_columns).where(changes.c.undone_at.is_(None)).order_by(changes.c.id.desc())
    row = connection.execute(newest_first.limit(1)).first()
    if row is None:
        raise HabitError("There is nothing to take back. `habit history` lists what was changed.")
    return Change._make(row)


def take_back(connection: Connection, change: Change, now: datetime) -> None:
    """Let every row be as it was before *change*.

    Raises HabitError when one was changed since by something that history does not know.
    """
    connection.execute(update(changes).where(changes.c.id == change.id).values(undone_at=now))
    for table, before, here in _meant(connection, change):
        _put_back(connection, table, before, here, None if change.exact else now)


def _row(changed: ChangedRow) -> dict[str, Any]:
    return {
        "table_name": changed.table.name,
        "key": json.dumps(changed.key),
        "before": None if changed.before is None else json.dumps(changed.before),
        "after": digest(changed.after),
    }


def _meant(connection: Connection, change: Change) -> Iterator[tuple[Table, Images, Images]]:
    """The rows that *change* changed, table by table: as they were before it, and as they are now."""
    found = connection.execute(select(changed_rows).where(changed_rows.c.change_id == change.id)).all()
    for name in sorted({row.table_name for row in found}):
        rows = {tuple(json.loads(row.key)): row for row in found if row.table_name == name}
        here = images_at(connection, metadata.tables[name], rows)
        if any(digest(here.get(key)) != row.after for key, row in rows.items()):
            raise HabitError(
                f"This cannot be taken back: {change.words}. What it changed was changed again since, outside of "
                "the history. `habit backup --list` shows the copies that `habit restore` can bring back."
            )
        before = {key: json.loads(row.before) if row.before else None for key, row in rows.items()}
        yield metadata.tables[name], before, {key: here.get(key) for key in rows}


def _put_back(connection: Connection, table: Table, before: Images, here: Images, now: datetime | None) -> None:
    """Let the rows be as *before*; marked as changed *now*, and deleted ones kept, unless that is None."""
    target = plain(table)
    where = [target.c[name] == bindparam(f"key_{name}") for name in key_names(table)]
    keys = [key_values(table, key) for key in before]
    connection.execute(delete(target).where(*where), [{f"key_{name}": key[name] for name in key} for key in keys])
    for key, image in before.items():
        values = _values(table, image, here[key], now)
        if values is not None:
            connection.execute(insert(target).values(values))


def _values(table: Table, before: Image | None, here: Image | None, now: datetime | None) -> dict[str, Any] | None:
    """What the row is to be, None where it is to be none."""
    if before is None and (now is None or here is None or "deleted_at" not in table.c):
        return None
    values = stored(table, {**(here or {}), **(before or {})})
    marks = ["updated_at"] if before else ["updated_at", "deleted_at"]
    plain_now = now and now.astimezone(UTC).replace(tzinfo=None)
    return values | {name: plain_now for name in marks if plain_now and name in table.c}
