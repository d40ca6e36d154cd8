"""Folders that a person names to write into."""

import sys
from pathlib import Path

import click

from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import make_private_folder


def there(folder: Path) -> Path:
    """*folder*, which a person at a terminal may let be made: it may be a slip, or a disk that is away.

    Raises HabitError where it is not there.
    """
    if folder.is_dir():
        return folder
    if folder.exists():
        raise HabitError(f"{folder} is not a folder; name another place for the copies.")
    if not (sys.stdin.isatty() and click.confirm(f"There is no folder {printable(str(folder))}. Make it?")):
        raise HabitError(f"There is no folder {folder}; make it first, or name another place for the copies.")
    return make_private_folder(folder)
