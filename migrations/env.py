"""Alembic's entry: runs the migrations on the connection that the program hands over."""

from typing import Any

from alembic import context
from alembic.autogenerate import comparators
from alembic.operations import ops
from sqlalchemy import CheckConstraint, Connection, inspect

from habit_tracker.storage import sqlite
from habit_tracker.storage.home import find_home
from habit_tracker.storage.tables import metadata


@comparators.dispatch_for("table")
def compare_check_constraints(
    autogen: Any, changes: ops.ModifyTableOps, schema: str | None, name: str, there: Any, wanted: Any
) -> None:
    """Let `alembic check` see check constraints, by their names, which Alembic itself passes over."""
    if there is None or wanted is None:
        return
    found = {str(one["name"]) for one in inspect(autogen.connection).get_check_constraints(name, schema)}
    checks = {str(one.name): one for one in wanted.constraints if isinstance(one, CheckConstraint)}
    for missing in checks.keys() - found:
        changes.ops.append(ops.CreateCheckConstraintOp.from_constraint(checks[missing]))
    for left in found - checks.keys():
        made = ops.CreateCheckConstraintOp(left, name, "", schema=schema)
        changes.ops.append(ops.DropConstraintOp(left, name, type_="check", schema=schema, _reverse=made))


def is_of_the_schema(name: str | None, kind: str, _: Any) -> bool:
    """Whether it is made by migrations; the index of words is not, and keeps tables of its own."""
    return kind != "table" or name is None or not name.startswith("wins_words")


def run(connection: Connection) -> None:
    """Run them within the transaction that is already open."""
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, include_name=is_of_the_schema
    )
    context.run_migrations()


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:  # Alembic's own command line, in a checkout
    with sqlite.file_engine(find_home().database).begin() as own:
        run(own)
