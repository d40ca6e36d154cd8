"""The schema: which one a file has."""

from sqlalchemy import Connection, column, inspect, select, table

from habit_tracker.storage.errors import NewerSchemaError, StorageError

HEAD = "0004"
"""The newest migration. Migrations are numbered, so that a greater one is a newer one."""

_versions = table("alembic_version", column("version_num"))


def found(connection: Connection) -> str | None:
    """The schema of the database, None for an empty one. Costs one query on a database of ours.

    Raises NewerSchemaError for one that this program does not know, StorageError for one that is not ours.
    """
    try:
        version = connection.scalar(select(_versions.c.version_num))
    except Exception:
        if inspect(connection).get_table_names():
            raise _not_ours(connection) from None
        return None
    if version is not None and version > HEAD:
        raise NewerSchemaError(
            f"The database was upgraded by a newer version of the program (schema {version}; this one knows "
            f"{HEAD}). Install the newer version again: nothing was changed."
        )
    return version


def _not_ours(connection: Connection) -> StorageError:
    path = connection.engine.url.database
    return StorageError(
        f"{path} is a database of another program. Move it away, or name another folder with HABIT_TRACKER_HOME."
    )
