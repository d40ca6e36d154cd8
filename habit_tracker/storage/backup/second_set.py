"""The second set of daily copies, in a folder that the person has named: on another disk, or a synchronised one.

What is done here may hang for as long as that disk does: it belongs into a process of its own.
"""

import json
import os
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from habit_tracker.domain.rotation import kept
from habit_tracker.private_files import risk, stranger_link, sweep, write_private_file
from habit_tracker.storage.backup import copies, reading_back, rotate, sums
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import Home, copies_in
from habit_tracker.storage.sqlite_errors import explained

MARK = "habit-tracker.txt"
"""A file by which a folder is known again: where a disk is away, an empty folder may stand in its place."""
PATIENCE = 5.0
"""Seconds for which a command waits for a disk."""


class SecondSet(NamedTuple):
    """What is known about it: where it lies, by which *mark* it is known, when it was last brought up to date.

    *number* counts its copies then, *read_back* says what became of them, *danger* what others may do to them.
    *tried_at* is the last attempt, and *trouble* why it failed.
    """

    folder: Path
    mark: str
    written_at: datetime | None = None
    number: int = 0
    read_back: str | None = None
    bad: bool = False
    danger: str | None = None
    tried_at: datetime | None = None
    trouble: str | None = None


def known(home: Home) -> SecondSet | None:
    """What was noted here; None where nothing was."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return from_json(json.loads(home.second_set.read_text(encoding="utf-8")))
    return None


def note(home: Home, found: SecondSet) -> None:
    """Remember it, also for the day on which the database is gone."""
    write_private_file(home.second_set, [json.dumps(to_json(found)).encode()])


def to_json(found: SecondSet) -> dict[str, Any]:
    """It as plain values."""
    times = {name: at and at.isoformat() for name in ("written_at", "tried_at") if (at := getattr(found, name))}
    return found._asdict() | {"folder": str(found.folder)} | times


def from_json(values: dict[str, Any]) -> SecondSet:
    """What `to_json` made of it. Raises an error for anything else."""
    times = {name: datetime.fromisoformat(values[name]) for name in ("written_at", "tried_at") if values[name]}
    return SecondSet(**values | {"folder": Path(values["folder"])} | times)


def folder_of(home: Home) -> Path | None:
    """Where it lies, whatever has become of the database."""
    found = known(home)
    return found and found.folder


def is_within_reach(folder: Path) -> bool:
    """Whether the folder is there; a disk that does not answer is not."""
    there: list[bool] = []

    def look() -> None:
        with suppress(OSError):
            there.append(folder.is_dir())

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(PATIENCE)
    return any(there)


def begin(home: Home, folder: Path) -> SecondSet:
    """Let *folder*, which is there, be the place for it. Raises StorageError, with nothing changed, else."""
    if link := stranger_link(folder):
        raise StorageError(f"{link} is a link that somebody else has made. Name the folder that you mean.")
    if home.folder.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise StorageError(f"{folder} lies in the data folder. Name one on another disk.")
    before = known(home)
    mark = before.mark if before else os.urandom(8).hex()
    with explained(folder):
        if not (folder / MARK).exists():
            if rotate.daily_copies(folder):
                raise StorageError(f"{folder} holds daily copies already. Name an empty one, so that they stay.")
            write_private_file(folder / MARK, [_marked(mark)])
    _check(folder, mark)
    return SecondSet(folder, mark)


def begun(home: Home, folder: Path, now: datetime) -> SecondSet:
    """The set in *folder*, with all its copies, or nothing of it. Raises StorageError then."""
    marked = (folder / MARK).exists()
    found = begin(home, folder)
    try:
        return bring_up_to_date(home, found, now)
    except BaseException:
        if not marked:
            for made in (*rotate.daily_copies(folder).values(), folder / MARK):
                sums.remove(made)
        raise


def _marked(mark: str) -> bytes:
    return f"Here lie daily copies that habit-tracker makes. It knows this folder by {mark}.\n".encode()


def _check(folder: Path, mark: str) -> None:
    with explained(folder):
        try:
            found = (folder / MARK).read_bytes()
        except FileNotFoundError:
            there = "is empty, or another disk" if folder.is_dir() else "is not there"
            raise StorageError(f"{folder} {there}: the disk may be away.") from None
    if found != _marked(mark):
        raise StorageError(f"{folder} holds the copies of another data folder. Name one that is empty.")


def bring_up_to_date(home: Home, before: SecondSet, now: datetime) -> SecondSet:
    """Make the daily copies that are missing there, and drop those whose time is over. Raises StorageError."""
    folder = before.folder
    _check(folder, before.mark)
    if link := stranger_link(folder):
        raise StorageError(f"{link} is a link that somebody else has made.")
    sweep(folder)
    _catch_up(home, folder)
    today = folder / rotate.daily_name(now)
    if not today.exists() and home.database.exists():
        copies.make(home.database, today)
    newest = max(rotate.daily_copies(folder).items(), default=None)
    if newest:
        rotate.dailies(folder, rotate.stored_in(newest[1]) or 0)
    read = reading_back.weekly(folder, now) or reading_back.last(folder)
    return before._replace(
        written_at=now.astimezone(UTC),
        tried_at=now.astimezone(UTC),
        number=len(copies_in(folder)),
        read_back=read and read.words,
        bad=bool(read and any((folder / name).exists() for name in read.bad)),
        danger=risk(newest[1]) if newest else None,
        trouble=None,
    )


def _catch_up(home: Home, folder: Path) -> None:
    """Copy what was made here while the disk was away, as far as it would be kept there."""
    here, there = rotate.daily_copies(home.backups), rotate.daily_copies(folder)
    for day in sorted(kept({*here, *there}) - set(there), reverse=True):
        if rotate.stored_in(here[day]) is not None and not sums.has_rotted(here[day]):
            _copy(here[day], folder / here[day].name)


def _copy(source: Path, target: Path) -> None:
    with explained(target):
        image = [source.read_bytes()]
        write_private_file(target, image)
        sums.seal(target, image)
        with suppress(OSError):  # a disk that lets nobody set it
            os.utime(target, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns))
