"""Files that only their owner can read, written whole or not at all."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def make_private_folder(folder: Path) -> Path:
    """*folder*, made with the mode 0700 where it was missing (so are its missing parents)."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    return folder


def make_private_file(path: Path) -> Path:
    """*path*, made empty with the mode 0600 where it was missing, whatever the umask."""
    make_private_folder(path.parent)
    if not path.exists():  # to open and close a database gives up all locks that the process has on it
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def write_private_file(path: Path, chunks: Iterable[bytes]) -> Path:
    """*path*, which now holds *chunks* and nothing else, safe on the disk; whoever reads it sees old or new.

    Raises OSError, with what was there before untouched, when it cannot be written.
    """
    make_private_folder(path.parent)
    part = path.with_name(f".{path.name[:40]}.{os.urandom(8).hex()}.part")
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    keep_names(path.parent)
    return path


def keep_names(folder: Path) -> None:
    """Let the names in *folder* outlive a power cut, where the system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def exposed(paths: Iterable[Path]) -> list[Path]:
    """Which of *paths* others may read or write. Windows keeps a person's folders to them by itself."""
    return [path for path in paths if os.name == "posix" and _mode(path) & 0o077]


def make_private(paths: Iterable[Path]) -> list[Path]:
    """Give every file the mode 0600 and every folder 0700; those that had another."""
    changed = []
    for path in paths:
        wanted = 0o700 if path.is_dir() else 0o600
        if _mode(path) != wanted:
            path.chmod(wanted)
            changed.append(path)
    return changed


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
