"""What each copy in the backups folder was when it was made: its SHA-256 beside it, as `sha256sum` writes it."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from habit_tracker.private_files import write_private_file


def seal(copy: Path, image: Iterable[bytes]) -> None:
    """Note the sum of *image*, which is what *copy* holds from now on."""
    digest = hashlib.sha256()
    for piece in image:
        digest.update(piece)
    write_private_file(_beside(copy), [f"{digest.hexdigest()}  {copy.name}\n".encode()])


def has_rotted(copy: Path) -> bool:
    """Whether the copy is other than it was made; one without a sum cannot have been seen to change.

    Raises OSError where the disk does not give it back.
    """
    with suppress(FileNotFoundError):
        wanted = _beside(copy).read_bytes()[:64]
        with copy.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest().encode() != wanted
    return False


def remove(copy: Path) -> None:
    """Remove the copy, and its sum."""
    copy.unlink(missing_ok=True)
    _beside(copy).unlink(missing_ok=True)


def _beside(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.sha256")
