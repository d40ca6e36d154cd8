"""The folder where replies wait until they are stored: one file each, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from habit_tracker.domain.reply import Reply


def drop(reply: Reply, folder: Path) -> Path:
    """The file that now holds *reply*, safe on the disk. Raises OSError when it could not be written."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    done = folder / f"{reply.uid}.json"
    part = folder / f".{reply.uid}.part"
    try:
        _write_through(part, reply.to_json())
        part.replace(done)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(folder)
    return done


def _write_through(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
