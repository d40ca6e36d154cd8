"""A file that an export is written to."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from habit_tracker.domain.errors import HabitError


def check(path: Path, *, force: bool) -> Path:
    """The file to write, a link followed. Raises HabitError where it may not or cannot be written."""
    target = path.resolve()
    if not target.parent.is_dir():
        raise HabitError(f"There is no folder {target.parent}. Make it first, or name another file.")
    if target.exists() and not target.is_file():
        raise HabitError(f"{path} is not a file that could be written. Name another one.")
    if target.exists() and not force:
        raise HabitError(f"{path} is there already. Name another file, or replace it with --force.")
    return target


def write(path: Path, chunks: Iterable[str]) -> None:
    """Write *path*, all of it or nothing, readable by its owner only. Raises HabitError when the disk refuses."""
    try:
        # Written beside the file, so that a full disk or a power cut leaves what was there before.
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}-", delete=False) as draft:
            try:
                draft.writelines(chunk.encode() for chunk in chunks)
                draft.flush()
                os.fsync(draft.fileno())
                Path(draft.name).replace(path)
            except BaseException:
                Path(draft.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise HabitError(f"{path} could not be written: {error.strerror}.") from error
