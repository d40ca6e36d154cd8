"""The copies in the backups folder: one a day, those made by hand, those made before something big."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from habit_tracker.domain.words import count
from habit_tracker.private_files import stranger_link
from habit_tracker.storage.backup import copies, rotate, sums
from habit_tracker.storage.backup.copies import Contents
from habit_tracker.storage.backup.salvage import readable_wins
from habit_tracker.storage.errors import DamagedError, StorageError
from habit_tracker.storage.home import Home, copies_in
from habit_tracker.storage.sqlite_errors import explained

PUT_ASIDE = ("before-restore-", "damaged-", "newer-")
"""What the names of copies begin with that a restore has put aside: not what a person wants back unasked."""


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


def every(folder: Path) -> Iterator[Backup]:
    """The copies in *folder*, newest first, each looked into when its turn comes.

    Raises StorageError where it cannot be looked into.
    """
    found = copies_in(folder)
    with explained(folder):
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
    """The newest good copy of what was not put aside, in the data folder; else one of the second set."""
    return _latest_in(home.backups) or _latest_elsewhere(home)


def _latest_elsewhere(home: Home) -> Backup | None:
    """The newest good copy of the second set, where that can be reached."""
    from habit_tracker.storage.backup import second_set

    folder = second_set.folder_of(home)
    with suppress(StorageError):
        return _latest_in(folder) if folder and second_set.is_within_reach(folder) else None
    return None


def _latest_in(folder: Path) -> Backup | None:
    return next((one for one in every(folder) if one.contents and not one.path.name.startswith(PUT_ASIDE)), None)


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
    """Make the copy of the UTC day of *now*, unless it is there, and drop old ones; what is worth a note."""
    target = home.backups / rotate.daily_name(now)
    if target.exists() or not home.database.exists():
        return None
    made = _copied(home, target)
    fuller = [*rotate.dailies(home.backups, made.stored), *rotate.made_before(home.backups, made.stored, now)]
    if not fuller:
        return None
    names = ", ".join(sorted(path.name for path in fuller))
    return f"The database holds fewer wins than before, so these copies of it stay: {names}."
