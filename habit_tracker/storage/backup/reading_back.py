"""Reading the copies back once a week: one that has rotted unseen is none when it is needed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from habit_tracker.domain.words import count
from habit_tracker.private_files import write_private_file
from habit_tracker.storage.backup import copies, sums
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import copies_in

WEEK = timedelta(days=7)
NOTE = "read-back.txt"


class ReadBack(NamedTuple):
    """When the copies were read back, how many, and the names of those that were not as they were made."""

    at: datetime
    number: int
    bad: list[str]

    @property
    def words(self) -> str:
        """What was found, in one sentence."""
        read = f"{count(self.number, 'copy', 'copies')} read back on {self.at:%Y-%m-%d}"
        if not self.bad:
            return f"{read}, all as they were made"
        return f"{read}; not as made: {', '.join(self.bad)}"


def last(folder: Path) -> ReadBack | None:
    """What was found when the copies in *folder* were read back last."""
    try:
        at, number, *bad = (folder / NOTE).read_text(encoding="utf-8").splitlines()
        return ReadBack(datetime.fromisoformat(at), int(number), bad)
    except (OSError, ValueError):
        return None


def weekly(folder: Path, now: datetime) -> ReadBack | None:
    """Read all copies in *folder* back, if a week has passed since; what was found.

    A clock that was set back makes it due.
    """
    before, found = last(folder), copies_in(folder)
    if (before and before.at <= now < before.at + WEEK) or not found:
        return None
    read = ReadBack(now.astimezone(UTC), len(found), list(_bad(found)))
    lines = [read.at.isoformat(), str(read.number), *read.bad]
    write_private_file(folder / NOTE, ["\n".join(lines).encode()])
    return read


def _bad(found: list[Path]) -> Iterator[str]:
    """Those of another sum, and of the newest also what its rows do not give. Files put aside as damaged are."""
    made = [path for path in found if not path.name.startswith("damaged-")]
    newest = max(made, key=lambda path: path.stat().st_mtime, default=None)
    for path in made:
        try:
            if sums.has_rotted(path):
                yield path.name
            elif path == newest:
                copies.look_into(path)
        except (StorageError, OSError):
            yield path.name
