"""Files that only their owner can read, written whole or not at all."""

import errno
import glob
import os
import stat
import time
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


ABANDONED = 3600
"""Seconds after which what is still unfinished is nobody's work any more."""
UNIQUE = "[0-9a-f]" * 16
"""What makes the name of an unfinished file one that nobody can guess, as a pattern."""
NOT_PROMISED = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
"""How a disk says that it cannot promise to keep what was written."""


def write_private_file(path: Path, chunks: Iterable[bytes]) -> Path:
    """*path*, which now holds *chunks* and nothing else, safe on the disk; whoever reads it sees old or new.

    Also where others can write: nobody can guess the name that it has while it is made, nor have it there first.
    Raises OSError, with what was there before untouched, when it cannot be written.
    """
    make_private_folder(path.parent)
    return _write_whole(path, chunks, 0o600)


def write_passing_file(path: Path, chunks: Iterable[bytes]) -> Path:
    """The same, for what is soon written anew: a power cut may take it, and nobody waits for the disk."""
    return _write_whole(path, chunks, 0o600, lasting=False)


def write_public_file(path: Path, chunks: Iterable[bytes]) -> Path:
    """The same, for what other programs are to find there: as open to others as the umask lets it be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write_whole(path, chunks, 0o644)


def _write_whole(path: Path, chunks: Iterable[bytes], mode: int, *, lasting: bool = True) -> Path:
    name = path.name[:40]
    sweep(path.parent, f".{glob.escape(name)}.{UNIQUE}.part")
    part = path.with_name(f".{name}.{os.urandom(8).hex()}.part")
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _close_to_others(descriptor, mode)
            file.writelines(chunks)
            file.flush()
            if lasting:
                _keep(file.fileno())
        _put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if lasting:
        keep_names(path.parent)
    return path


def sweep(folder: Path, pattern: str = f".*.{UNIQUE}.part*") -> None:
    """Remove what a crash has left in *folder* of files that were being written, with their journals."""
    latest = time.time() - ABANDONED
    for part in folder.glob(pattern):
        with suppress(OSError):
            found = part.lstat()
            if stat.S_ISREG(found.st_mode) and _trusted(found) and found.st_mtime < latest:
                part.unlink()


def _keep(descriptor: int) -> None:
    """Let what was written outlive a power cut, where the disk can promise that."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_PROMISED:
            raise


def _put_in_place(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except FileExistsError:  # a disk that gives no file the name of another
        path.unlink()
        part.rename(path)


def keep_names(folder: Path) -> None:
    """Let the names in *folder* outlive a power cut, where the system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _close_to_others(descriptor: int, mode: int) -> None:
    """Whatever the folder gives to new files; a disk without permissions has none to take away."""
    if os.name == "posix" and os.fstat(descriptor).st_mode & 0o777 & ~mode:
        with suppress(OSError):
            os.fchmod(descriptor, mode)


def stranger_link(path: Path, most: int = 40) -> Path | None:
    """The first link on the way to *path* that neither this person nor root has made."""
    for place in reversed((path, *path.parents)) if most else ():
        if place.is_symlink():
            if not _trusted(place.lstat()):
                return place
            if found := stranger_link(place.parent / place.readlink(), most - 1):
                return found
    return None


def stranger_file(path: Path) -> bool:
    """Whether the file at *path* belongs to neither this person nor root."""
    return not _trusted(path.lstat())


def risk(path: Path) -> str | None:
    """What others on this computer may do to the file at *path*, in one sentence, if they may do anything."""
    if os.name != "posix":
        return None
    if _mode(path) & 0o077:
        return f"Others on this computer may read {path}: its disk keeps no permissions."
    for folder in path.resolve().parents:
        if _others_may_rename_in(folder):
            return f"Others on this computer may replace {path}: they can write to {folder}."
    return None


def _others_may_rename_in(folder: Path) -> bool:
    """In a sticky folder, such as /tmp, nobody can rename or remove what is another's."""
    found = folder.stat()
    if not _trusted(found):
        return True
    writers = found.st_mode & (0o002 if _group_of_one(found.st_gid) else 0o022)
    return bool(writers) and not found.st_mode & stat.S_ISVTX


def _trusted(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid in {0, os.geteuid()}


def _group_of_one(gid: int) -> bool:
    """Whether it is the group that many systems give each person for themselves."""
    import grp
    import pwd

    try:
        group, person = grp.getgrgid(gid), pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return person.pw_gid == gid and group.gr_name == person.pw_name and set(group.gr_mem) <= {person.pw_name}


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
