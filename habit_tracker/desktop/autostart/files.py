"""The small files that hold a registration: found, read, replaced and removed."""

import os
from pathlib import Path

from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import write_private_file


def person() -> Path:
    """The person's own folder; where that cannot be told, a relative name of it."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home() raises where HOME is nonsense


def config_folder() -> Path:
    """$XDG_CONFIG_HOME if it is an absolute path, else ~/.config (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return named if named.is_absolute() else person() / ".config"


def shown(path: Path) -> str:
    """*path* for a person to read, with ~ for their home."""
    return f"~/{path.relative_to(person())}" if path.is_relative_to(person()) else str(path)


def read(path: Path) -> bytes | None:
    """The content of *path*; None if there is no such file."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise HabitError(f"Cannot read {shown(path)}: {error.strerror}.") from error


def write(path: Path, content: bytes) -> None:
    """Replace *path* at one stroke: whoever reads it sees the old content or the new."""
    try:
        write_private_file(path, [content])
    except OSError as error:
        raise HabitError(
            f"Cannot write {shown(path)}, so the reminder will not start at login: {error.strerror}."
        ) from error


def remove(path: Path) -> bool:
    """Remove *path*; False if it was not there."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise HabitError(f"Cannot remove {shown(path)}: {error.strerror}.") from error
    return True
