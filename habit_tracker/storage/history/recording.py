"""Notes what a transaction changes, whatever statement does it, so that no command has to think of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, CursorResult, Delete, Insert, Table, Update, event, select

from habit_tracker.storage.history.images import Image, Key, images, images_at, key_names, row_key

_PLACE = "habit_recording"


class ChangedRow(NamedTuple):
    """One row as it was *before* a transaction and as it is *after* it; None where it is not there."""

    table: Table
    key: Key
    before: Image | None
    after: Image | None


def added(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let who watches *connection*, if somebody does, know of *rows* that were just added past it."""
    if recording := connection.info.get(_PLACE):
        recording.added(table, rows)


class Recording:
    """Watches one connection: each row that a statement touches is kept as it was before the first touch.

    Tables marked `info={"recorded": False}` are passed over until they are included, and so are statements written
    as text.
    """

    def __init__(self, connection: Connection) -> None:
        self.told: dict[str, Any] | None = None
        """What the command says about the change."""
        self._connection = connection
        self._before: dict[Table, dict[Key, Image | None]] = {}
        self._included: set[Table] = set()
        connection.info[_PLACE] = self
        event.listen(connection, "before_execute", self._about_to)
        event.listen(connection, "after_execute", self._done)

    @classmethod
    def of(cls, connection: Connection) -> "Recording":
        """The one that watches *connection*."""
        found: Recording = connection.info[_PLACE]
        return found

    def include(self, table: Table) -> None:
        """From now on record *table*, too: what is done to it now is a person's doing."""
        self._included.add(table)

    def added(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Note that *rows* were just added to *table* by a statement that is not watched."""
        names = key_names(table)
        numbered = all(name in rows[0] for name in names)
        keys = [row_key(table, [row[name] for name in names]) for row in rows] if numbered else []
        self._keep(table, dict.fromkeys(keys or self._newest(table, len(rows))))

    def changed_rows(self) -> Iterator[ChangedRow]:
        """The rows that are other than they were when the transaction began."""
        for table, before in self._before.items():
            for key, after in images_at(self._connection, table, before):
                if before[key] != after:
                    yield ChangedRow(table, key, before[key], after)

    def _about_to(self, _: Connection, statement: Any, many: Any, one: Any, __: Any) -> None:
        """Before an update or a delete: keep the rows that it is going to meet."""
        if isinstance(statement, Update | Delete) and (table := self._recorded(statement)) is not None:
            where = None if many else statement.whereclause  # one look at all rows costs less than many looks
            self._keep(table, images(self._connection, table, where, one))

    def _done(
        self, _: Connection, statement: Any, many: Any, __: Any, ___: Any, result: CursorResult[Any]
    ) -> None:
        """After an insert: note that its rows were not there."""
        if not isinstance(statement, Insert) or (table := self._recorded(statement)) is None:
            return
        keys = [row_key(table, key) for key in result.inserted_primary_key_rows]
        if any(None in key for key in keys):
            if not many:
                raise TypeError("hand the rows of an insert over as parameters, so that they can be counted")
            keys = self._newest(table, len(keys))
        self._keep(table, dict.fromkeys(keys))

    def _newest(self, table: Table, number: int) -> list[Key]:
        """The numbers given last: the greatest, for they only grow and nobody else can write meanwhile."""
        newest = select(*table.primary_key).order_by(*(column.desc() for column in table.primary_key))
        return [tuple(row) for row in self._connection.execute(newest.limit(number))]

    def _keep(self, table: Table, rows: Mapping[Key, Image | None]) -> None:
        known = self._before.setdefault(table, {})
        for key, image in rows.items():
            known.setdefault(key, image)

    def _recorded(self, statement: Insert | Update | Delete) -> Table | None:
        table = statement.table
        if not isinstance(table, Table):
            return None
        return table if table.info.get("recorded", True) or table in self._included else None
