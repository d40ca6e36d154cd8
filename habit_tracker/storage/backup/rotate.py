"""Dropping copies whose time is over. One that holds more wins than the newest is never dropped."""

import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from habit_tracker.domain.rotation import kept, kept_of_a_kind
from habit_tracker.storage.backup import copies, sums
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import copies_in

STAMPED = re.compile(
    r"(before-restore|before-fix|before-schema|damaged|newer)-(?:[0-9]{4}-)?([0-9]{8}T[0-9]{6}Z)\.db"
)
"""The names that the program gives, and nobody else, to what it puts aside: the kind, and when that was."""


def daily_name(now: datetime) -> str:
    """What the copy of the UTC day of *now* is called."""
    return f"daily-{now.astimezone(UTC):%Y-%m-%d}.db"


def daily_copies(folder: Path) -> dict[date, Path]:
    """The daily copies in *folder* by their days, good or not."""
    found: dict[date, Path] = {}
    for path in copies_in(folder):
        with suppress(ValueError):
            found[date.fromisoformat(path.stem.removeprefix("daily-"))] = path
    return found


def dailies(folder: Path, stored: int) -> list[Path]:
    """Drop the daily copies whose time is over, but none that cannot be read.

    Those that stay because they hold more than the *stored* wins of the newest.
    """
    good = {day: path for day, path in daily_copies(folder).items() if stored_in(path) is not None}
    return _dropped([good[day] for day in set(good) - kept(good)], stored)


def made_before(folder: Path, stored: int, now: datetime) -> list[Path]:
    """The same for what was put aside before a restore or an upgrade, or because it was damaged.

    It is for the caller to have a sound copy that is newer: only then is a damaged one of no more use.
    """
    kinds: dict[str, dict[datetime, Path]] = defaultdict(dict)
    for path in copies_in(folder):
        if (found := STAMPED.fullmatch(path.name)) and path.is_file():
            with suppress(ValueError):
                kinds[found[1]][datetime.strptime(found[2], "%Y%m%dT%H%M%S%z")] = path
    over = [made[at] for made in kinds.values() for at in set(made) - kept_of_a_kind(made, now)]
    return _dropped(over, stored)


def _dropped(over: Iterable[Path], stored: int) -> list[Path]:
    fuller = {path for path in over if (stored_in(path) or 0) > stored}
    for path in set(over) - fuller:
        sums.remove(path)
        for beside in copies.side_files(path):
            beside.unlink(missing_ok=True)
    return list(fuller)


def stored_in(path: Path) -> int | None:
    """How many wins the copy holds, None for one that is not good."""
    try:
        return copies.look_into(path).stored
    except StorageError:
        return None
