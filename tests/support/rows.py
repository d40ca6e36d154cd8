"""All that a database holds, for comparing."""

from typing import Any

from sqlalchemy import Connection, select

from habit_tracker.storage.tables import metadata

State = dict[str, list[dict[str, Any]]]


def state(connection: Connection) -> State:
    """Every row that a person made, as a person sees it: without deleted wins and without instants of change."""
    recorded = [table for table in metadata.sorted_tables if table.info.get("recorded", True)]
    return {table.name: _rows(connection, table) for table in recorded}


def _rows(connection: Connection, table: Any) -> list[dict[str, Any]]:
    found = [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]
    return [{name: row[name] for name in row if not name.endswith("updated_at")} for row in found if _holds(row)]


def _holds(row: dict[str, Any]) -> bool:
    return not row.get("deleted_at")
