"""A file that an export is written to."""

from collections.abc import Iterable
from pathlib import Path

from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import risk, stranger_link, write_private_file


def check(path: Path, *, force: bool) -> Path:
    """The file to write, a link of one's own followed. Raises HabitError where it may not or cannot be written."""
    if link := stranger_link(path.absolute()):
        raise HabitError(f"{link} is a link that somebody else has made. Name the file that you mean.")
    target = path.resolve()
    if not target.parent.is_dir():
        raise HabitError(f"There is no folder {target.parent}. Make it first, or name another file.")
    if target.exists() and not target.is_file():
        raise HabitError(f"{path} is not a file that could be written. Name another one.")
    if target.exists() and not force:
        raise HabitError(f"{path} is there already. Name another file, or replace it with --force.")
    return target


def write(path: Path, chunks: Iterable[str]) -> str | None:
    """Write *path*, all of it or nothing, readable by its owner only; what others may do to it all the same.

    Raises HabitError when the disk refuses.
    """
    try:
        return risk(write_private_file(path, (chunk.encode() for chunk in chunks)))
    except OSError as error:
        raise HabitError(f"{path} could not be written: {error.strerror}.") from error
