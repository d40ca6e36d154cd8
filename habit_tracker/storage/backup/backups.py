"""The copies in the backups folder: one a day, those made by hand, those made before something big."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from habit_tracker.domain.rotation import kept
from habit_tracker.domain.words import count
from habit_tracker.private_files import stranger_link
from habit_tracker.storage.backup import copies, sums
from habit_tracker.storage.backup.copies import Contents
from habit_tracker.storage.backup.salvage import readable_wins
from habit_tracker.storage.errors import DamagedError, StorageError
from habit_tracker.storage.home import Home
from habit_tracker.storage.sqlite_errors import explained

PUT_ASIDE = ("before-restore-", "damaged-", "newer-")
"""What the names of copies begin with that a restore has put aside: not what a person wants back unasked."""
ABANDONED = timedelta(hours=1)


class Backup(NamedTuple):
    """A copy: when it was made (UTC), and what it holds, or else what is wrong with it."""

    path: Path
    at: datetime
    contents: Contents | None
    trouble: str | None


def place(home: Home, what: str, now: datetime) -> Path:
    """A free place for a copy that is made *now*: `backups/before-restore-20261123T130000Z.db`."""
    path = home.backups / f"{what}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db"
    return place(home, what, now + timedelta(seconds=1)) if path.exists() else path


def every(home: Home) -> Iterator[Backup]:
    """The copies, newest first, each looked into when its turn comes.

    Raises StorageError where the folder cannot be looked into.
    """
    found = home.copies()
    with explained(home.backups):
        times = {path: path.stat().st_mtime for path in found}
    for path in sorted(times, key=lambda path: (times[path], path.name), reverse=True):
        at = datetime.fromtimestamp(times[path], UTC)
        try:
            if sums.has_rotted(path):
                raise DamagedError(f"{path} is not as it was made: its bytes have changed since.")
            yield Backup(path, at, copies.look_into(path), None)
        except (StorageError, OSError) as error:
            yield Backup(path, at, None, str(error))


def latest(home: Home) -> Backup | None:
    """The newest good copy of what was not put aside."""
    return next((one for one in every(home) if one.contents and not one.path.name.startswith(PUT_ASIDE)), None)


def damage_with_way_out(home: Home) -> DamagedError | None:
    """What is wrong with the content of the database, as far as it can be seen, and what to do about it."""
    found = copies.damage(home.database)
    return found and with_way_out(found, home)


def with_way_out(error: DamagedError, home: Home) -> DamagedError:
    """The same about the database itself, with what to do about it."""
    try:
        found = latest(home)
    except StorageError as other:
        return DamagedError(f"{error} The copies of it cannot be looked at: {other}")
    if found and found.contents:
        copy = f"{found.path} ({count(found.contents.wins, 'win')})"
        return DamagedError(
            f"{error} The last good copy is {copy}: `habit restore latest` brings it back with the wins that can "
            "still be read, and keeps the damaged file."
        )
    if readable := len(readable_wins(home.database)):
        return DamagedError(
            f"{error} There is no good copy in {home.backups}, but {count(readable, 'win')} can still be read: "
            "`habit restore latest` brings them back, and keeps the damaged file."
        )
    return DamagedError(f"{error} There is no good copy in {home.backups}. Put the file aside to begin anew.")


def make(home: Home, target: Path) -> Contents:
    """Copy the database to *target*. Another copy there is replaced by one that holds no less.

    Raises StorageError, with nothing changed, when there is nothing to copy or *target* is something else.
    """
    if not home.database.exists():
        raise StorageError("There is nothing to copy yet: no win was ever logged here.")
    if link := stranger_link(target):
        raise StorageError(f"{link} is a link that somebody else has made. Name the file that you mean.")
    target = target.resolve()
    if target.exists():
        _refuse_to_lose(home, target)
    return _copied(home, target)


def _copied(home: Home, target: Path) -> Contents:
    try:
        return copies.make(home.database, target, sealed=target.parent.resolve() == home.backups.resolve())
    except DamagedError as error:
        raise with_way_out(error, home) from error


def _refuse_to_lose(home: Home, target: Path) -> None:
    if target.samefile(home.database):
        raise StorageError(f"{target} is the database itself. Name another file for its copy.")
    there, here = copies.look_into(target).stored, copies.look_into(home.database).stored
    if there > here:
        raise StorageError(
            f"{target} holds {count(there, 'win')}, the database only {here}. It stays: name another file."
        )


def daily(home: Home, now: datetime) -> str | None:
    """Make the copy of the UTC day of *now*, unless it is there, and drop old ones; what is worth a note.

    A copy that holds more than the new one is never dropped, nor is any that cannot be read.
    """
    target = home.backups / f"daily-{now.astimezone(UTC):%Y-%m-%d}.db"
    if target.exists() or not home.database.exists():
        return None
    made = _copied(home, target)
    fuller = _rotate(home, made)
    if not fuller:
        return None
    names = ", ".join(sorted(path.name for path in fuller))
    return f"The database holds fewer wins than before, so these copies of it stay: {names}."


def _rotate(home: Home, made: Contents) -> list[Path]:
    """Drop the daily copies whose time is over; those that stay because they hold more."""
    good = {day: path for day, path in _dailies(home).items() if _stored(path) is not None}
    over = [good[day] for day in set(good) - kept(good)]
    fuller = [path for path in over if (_stored(path) or 0) > made.stored]
    for path in set(over) - set(fuller):
        sums.remove(path)
    return fuller


def _dailies(home: Home) -> dict[date, Path]:
    found: dict[date, Path] = {}
    for path in home.copies():
        with suppress(ValueError):
            found[date.fromisoformat(path.stem.removeprefix("daily-"))] = path
    return found


def _stored(path: Path) -> int | None:
    """How many wins the copy holds, None for one that is not good."""
    try:
        return copies.look_into(path).stored
    except StorageError:
        return None


def sweep(home: Home, now: datetime) -> None:
    """Remove what a crash has left of copies that were being made."""
    for part in home.backups.glob(".*.part*"):  # also the journals of such
        with suppress(FileNotFoundError):
            # A younger one may be somebody's work.
            if datetime.fromtimestamp(part.stat().st_mtime, UTC) < now - ABANDONED:
                part.unlink()
