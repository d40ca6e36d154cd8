"""A file that an export is written to."""

from collections.abc import Callable, Iterable
from pathlib import Path

from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import risk, stranger_link, write_private_file


def check(path: Path, *, replace: Callable[[], bool]) -> Path:
    """The file to write, a link followed. Raises HabitError where it cannot be written, or *replace* says no.

    *replace* is asked where there is such a file already.
    """
    try:
        if link := stranger_link(path.absolute()):
            raise HabitError(f"{link} is a link that somebody else has made; name the file that you mean.")
        target = path.resolve()
        if not target.parent.is_dir():
            raise HabitError(f"There is no folder {target.parent}; make it first, or name another file.")
        if target.exists() and not target.is_file():
            raise HabitError(f"{path} is not a file that could be written; name another one.")
        if target.exists() and not replace():
            raise HabitError(f"{path} is there already; name another file, or replace it with --force.")
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a name too long or with a NUL
        raise HabitError(f"{path} cannot be written: {_why(error)}; name another file.") from error
    return target


def write(path: Path, chunks: Iterable[str]) -> str | None:
    """Write *path*, all of it or nothing, readable by its owner only; what others may do to it all the same.

    Raises HabitError when the disk refuses.
    """
    try:
        return risk(write_private_file(path, (chunk.encode() for chunk in chunks)))
    except OSError as error:
        raise HabitError(f"{path} could not be written: {_why(error)}.") from error


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or "such a name cannot be"
