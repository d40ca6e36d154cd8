"""A copy of the database in a file of its own: made, checked, looked into."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from habit_tracker.private_files import keep_names, make_private_folder
from habit_tracker.storage import schema, sqlite
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.tables import kept, wins


class Contents(NamedTuple):
    """What a copy holds: *last* is the newest day of its *wins*, and *stored* counts the deleted ones too."""

    schema: str
    wins: int
    stored: int
    last: date | None


def look_into(path: Path) -> Contents:
    """What the copy at *path* holds, once all of it was read.

    Raises DamagedError when it does not hold together, StorageError when it is not ours or is newer than we are.
    """
    if not path.is_file():
        raise StorageError(f"There is no file {path}.")
    sqlite.check(path)
    with sqlite.explained(path), sqlite.file_engine(path).connect() as connection:
        version = schema.found(connection)
        if version is None:
            raise StorageError(f"{path} is empty: it holds no database of this program.")
        counted = select(func.count(), func.max(wins.c.day)).select_from(wins)
        number, last = connection.execute(counted.where(kept)).one()
        return Contents(version, number, connection.scalar(select(func.count()).select_from(wins)) or 0, last)


def make(source: Path, target: Path) -> Contents:
    """Copy the database at *source* to *target*, which is there only when the copy was found to be good."""
    with unfinished(target) as part:
        sqlite.copy(source, part)
        contents = look_into(part)
        with sqlite.explained(target):
            part.replace(target)
            keep_names(target.parent)
    return contents


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A file beside *target* to work in; what is left of it afterwards is removed."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with sqlite.explained(target):
        make_private_folder(target.parent)
    try:
        yield part
    finally:
        for rest in (part, part.with_name(f"{part.name}-journal")):
            rest.unlink(missing_ok=True)
