"""The rows of a change: what they were, what they became, and what they are to be when it is turned."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

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
from habit_tracker.storage.stamps import later
from habit_tracker.storage.tables import changed_rows, metadata


class Turn(NamedTuple):
    """One row of a change that is turned: it *was* so before, the change left it *after*, it is now *here*."""

    table: Table
    key: Key
    was: Image | None
    after: str | None
    here: Image | None

    @property
    def unchanged(self) -> bool:
        """Whether nothing else has changed the row since."""
        if merged(self.table) and self.here and self.after:  # a later schema may have added columns
            after = json.loads(self.after)
            return bool(after == {name: self.here.get(name) for name in after})
        return kept_after(self.table, self.here) == self.after

    def target(self) -> Image | None:
        """What the row is to be. Where others write to it too, only what the change itself did is turned."""
        if self.unchanged or not merged(self.table):
            return self.was
        if self.was is None or self.here is None:
            return self.here
        after = json.loads(self.after or "{}")
        return {name: self.was[name] if value == after.get(name) else value for name, value in self.here.items()}


def merged(table: Table) -> bool:
    """Whether others write to the rows as well, so that turning a change leaves what they wrote."""
    return bool(table.info.get("merged"))


def kept_after(table: Table, image: Image | None) -> str | None:
    """What history keeps of a row as a change left it: enough to see whether it was changed since, and by what."""
    return json.dumps(image, sort_keys=True) if merged(table) and image is not None else digest(image)


def turns(connection: Connection, number: int) -> Iterator[list[Turn]]:
    """The rows of the change of that number, table by table."""
    found = connection.execute(select(changed_rows).where(changed_rows.c.change_id == number)).all()
    for name in sorted({row.table_name for row in found}):
        table = metadata.tables[name]
        rows = {tuple(json.loads(row.key)): row for row in found if row.table_name == name}
        here = dict(images_at(connection, table, rows))
        yield [
            Turn(table, key, json.loads(row.before) if row.before else None, row.after, here.get(key))
            for key, row in rows.items()
        ]


def put(connection: Connection, rows: list[Turn], now: datetime, *, exact: bool) -> None:
    """Let the *rows*, all of one table, be their targets, stamped as changed *now* unless *exact*."""
    table = rows[0].table
    target = plain(table)
    where = [target.c[name] == bindparam(f"key_{name}") for name in key_names(table)]
    keys = [key_values(table, row.key) for row in rows]
    connection.execute(delete(target).where(*where), [{f"key_{name}": key[name] for name in key} for key in keys])
    for row in rows:
        values = _values(row, None if exact else now)
        if values is not None:
            connection.execute(insert(target).values(values))


def remember(connection: Connection, number: int, rows: list[Turn]) -> None:
    """Let history have the *rows* of one table the other way round, so that the change can be turned again."""
    table = rows[0].table
    here = dict(images_at(connection, table, [row.key for row in rows]))
    at = (changed_rows.c.change_id == number, changed_rows.c.table_name == table.name)
    connection.execute(
        update(changed_rows).where(*at, changed_rows.c.key == bindparam("of")),
        [
            {
                "of": json.dumps(row.key),
                "before": None if row.here is None else json.dumps(row.here),
                "after": kept_after(table, here.get(row.key)),
            }
            for row in rows
        ],
    )


def _values(row: Turn, now: datetime | None) -> dict[str, Any] | None:
    """What the row is to be, None for none; one that can be marked as deleted stays, where *now* is given."""
    table, target, here = row.table, row.target(), row.here
    if target is None and (now is None or here is None or "deleted_at" not in table.c):
        return None
    values = stored(table, {**(here or {}), **(target or {})})
    if now is None or "updated_at" not in table.c:
        return values
    old = stored(table, here or {})
    stamp = _stamp(now, old.get("updated_at"))
    if target is None:
        values["deleted_at"] = stamp
    stamps = table.info.get("stamps", {})
    fields = {stamps[name]: stamp for name in stamps if values[name] != old.get(name)}
    return values | fields | {"updated_at": stamp}


def _stamp(now: datetime, before: datetime | None) -> datetime:
    """The instant of the change as the plain table has it, which knows no zones."""
    return later(now.astimezone(UTC).replace(tzinfo=None), before)
