"""How far the person had come at the latest. Every function works inside the transaction it is given."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.storage.tables import milestones


def passed(connection: Connection) -> dict[str, int]:
    """The highest level of each kind of milestone."""
    return {row.kind: row.level for row in connection.execute(select(milestones))}


def note(connection: Connection, levels: Mapping[str, int]) -> None:
    """Let these *levels* be passed; a lower one changes nothing."""
    before = passed(connection)
    higher = [{"kind": kind, "level": level} for kind, level in levels.items() if level > before.get(kind, 0)]
    if higher:
        connection.execute(delete(milestones).where(milestones.c.kind.in_(row["kind"] for row in higher)))
        connection.execute(insert(milestones), higher)
