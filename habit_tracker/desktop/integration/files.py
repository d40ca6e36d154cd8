"""Putting our files into the person's folders and taking them away, and nothing that is somebody else's."""

import os
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from habit_tracker.desktop.autostart.files import read, remove, shown
from habit_tracker.desktop.integration.mark import is_ours
from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import write_public_file


class State(Enum):
    """What a file is, beside what it is to be."""

    MISSING = auto()
    CURRENT = auto()
    OUTDATED = auto()
    """Of another version, or of a program that lay elsewhere."""
    FOREIGN = auto()
    """Somebody else made it, or has changed it."""


class Changes(NamedTuple):
    """What was written or removed, and what was *kept* as it is because it is not ours, or not any more."""

    done: list[Path]
    kept: list[Path]


def data_folder() -> Path:
    """$XDG_DATA_HOME if it is an absolute path, else ~/.local/share (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def state_of(path: Path, content: bytes) -> State:
    """What is at *path*, which is to hold *content*. Raises HabitError where it cannot be read."""
    found = read(path)
    if found is None:
        return State.FOREIGN if path.is_symlink() else State.MISSING
    if found == content:
        return State.CURRENT
    return State.OUTDATED if is_ours(found) else State.FOREIGN


def put(wanted: Mapping[Path, bytes]) -> Changes:
    """Let each path hold its content. Raises HabitError where one cannot be written."""
    changes = Changes([], [])
    for path, content in wanted.items():
        state = state_of(path, content)
        if state is State.FOREIGN:
            changes.kept.append(path)
        elif state is not State.CURRENT:
            _write(path, content)
            changes.done.append(path)
    return changes


def take_away(paths: Iterable[Path]) -> Changes:
    """Remove those of *paths* that are there and ours. Raises HabitError where one cannot be removed."""
    changes = Changes([], [])
    for path in paths:
        found = read(path)
        if found is not None and is_ours(found):
            remove(path)
            changes.done.append(path)
        elif found is not None:
            changes.kept.append(path)
    return changes


def _write(path: Path, content: bytes) -> None:
    try:
        write_public_file(path, [content])
    except OSError as error:
        raise HabitError(f"Cannot write {shown(path)}: {error.strerror}.") from error
