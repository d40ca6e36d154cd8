"""The program's own files, readable and writable by their owner and by nobody else."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from habit_tracker.storage.home import Home

OURS = ("habit.db*", "backups", "backups/*", "inbox", "inbox/*", "reminder.*")


def exposed(home: Home) -> list[Path]:
    """What others may read or write. Windows keeps a person's folders to them by itself."""
    return [path for path in _ours(home) if os.name == "posix" and _mode(path) & 0o077]


def make_private(home: Home) -> list[Path]:
    """Give every file of ours the mode 0600 and every folder 0700; those that had another."""
    changed = []
    for path in _ours(home):
        wanted = 0o700 if path.is_dir() else 0o600
        if _mode(path) != wanted:
            path.chmod(wanted)
            changed.append(path)
    return changed


def _ours(home: Home) -> Iterator[Path]:
    """The folders first. A folder that also holds what is not ours is left alone, and so are links."""
    for folder in dict.fromkeys([home.folder, home.state]):
        found = [path for pattern in OURS for path in sorted(folder.glob(pattern))] if folder.is_dir() else []
        if found and set(folder.iterdir()) <= set(found):
            yield folder
        yield from (path for path in found if not path.is_symlink())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
