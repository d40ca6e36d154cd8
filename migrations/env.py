"""Alembic's entry: runs the migrations on the connection that the program hands over."""

from alembic import context
from sqlalchemy import Connection

from habit_tracker.storage import sqlite
from habit_tracker.storage.home import find_home
from habit_tracker.storage.tables import metadata


def run(connection: Connection) -> None:
    """Run them within the transaction that is already open."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    context.run_migrations()


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:  # Alembic's own command line, in a checkout
    with sqlite.file_engine(find_home().database).begin() as own:
        run(own)
