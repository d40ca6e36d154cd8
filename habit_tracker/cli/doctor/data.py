"""Is what the person wrote safe, and can more be written?"""

import os
import shlex
from pathlib import Path

from habit_tracker.cli.doctor.finding import FIX, Finding, ok, problem, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.domain.words import count
from habit_tracker.private_files import exposed
from habit_tracker.storage.backup.second_set import folder_of
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import Home, listing


def database(probe: Probe) -> Finding:
    """Whole by its own check, and takes what is written."""
    from habit_tracker.storage.health import check

    home = probe.app.home
    try:
        if not probe.app.database.exists():
            return _not_there(home)
        check(probe.app.database)
    except StorageError as error:
        return problem(str(error), _for_read_only(home.folder, home.database))
    return ok(f"healthy and writable: {home.database}")


def _not_there(home: Home) -> Finding:
    path = home.database
    if home.copies() or folder_of(home):
        where = home.backups if home.copies() else folder_of(home)
        return problem(f"it is gone, and there are copies of it in {where}", "habit restore latest")
    folder = next(folder for folder in path.parents if folder.exists())
    if os.access(folder, os.W_OK):
        return ok(f"not there yet; your first win makes it: {path}")
    return problem(f"it cannot be made, because {folder} is read-only for you", _for_read_only(folder))


def _for_read_only(*paths: Path) -> str | None:
    """What makes *paths* writable again; None if they are."""
    locked = [path for path in paths if not os.access(path, os.W_OK)]
    if not locked:
        return None
    if hasattr(os, "getuid") and any(path.stat().st_uid != os.getuid() for path in locked):
        return f'sudo chown -R "$USER" {shlex.quote(str(paths[0]))}'
    return FIX


def settings(probe: Probe) -> Finding | None:
    """All are such as the program would have taken from the person; None where the database cannot be read."""
    from habit_tracker.storage import settings, sound

    try:
        with probe.app.database.reading() as connection:
            faults, rows = settings.unusable(connection), sound.unusable(connection)
    except StorageError:
        return None
    said = [f"{fault}: until it is mended, the default holds" for fault in faults.values()]
    said += [f"{count(len(keys), 'row')} of {table.name} cannot be used" for table, keys in rows.items()]
    return warning("; ".join(said), FIX) if said else ok("all can be used")


def search(probe: Probe) -> Finding | None:
    """The index of words is that of the wins; None where the database cannot be read or written."""
    from habit_tracker.storage.health import has_index, index_is_right

    found = probe.app.database
    try:
        if not found.exists() or (there := has_index(found)) is False:
            return ok("the first search makes the index of words")
        if there is None:
            return ok("this system's SQLite keeps no index of words: a search reads every win")
        right = index_is_right(found)
    except StorageError:
        return None
    if right:
        return ok("the index of words is that of your wins")
    return warning("the index of words is not that of your wins: a search may miss some, and none is lost", FIX)


def files(probe: Probe) -> Finding:
    """Nobody else can read them."""
    found = exposed(probe.app.home.files())
    if not found:
        return ok("private: nobody else on this computer can read them")
    first, *more = sorted(found)
    others = f" and {count(len(more), 'other')}" if more else ""
    return warning(f"others on this computer may read {first}{others}", FIX)


def copies(probe: Probe) -> Finding:
    """There are some that can be looked at, and those that were read back were as they were made."""
    from habit_tracker.storage.backup import reading_back

    home = probe.app.home
    try:
        number = len(home.copies())
    except StorageError as error:
        return problem(str(error), FIX)
    found = reading_back.last(home.backups)
    if found and any((home.backups / name).exists() for name in found.bad):
        return warning(found.words, "habit backup")
    if found:
        return ok(found.words)
    return ok(f"{count(number, 'copy', 'copies')}; the reminder reads them back once a week")


def replies(probe: Probe) -> Finding:
    """None lies in the inbox that could not be taken."""
    from habit_tracker.actions.answers import put_aside

    try:
        listing(probe.app.home.inbox)
    except StorageError as error:
        return problem(str(error), FIX)
    found = list(put_aside(probe.app.home.inbox))
    if not found:
        return ok("all of yours were taken")
    first, number = found[0], count(len(found), "reply", "replies")
    return warning(f"{number} could not be taken ({first.reason.rstrip('.')}); kept as it came: {first.path}")


def texts(probe: Probe) -> Finding:
    """None was written in an editor and not stored."""
    from habit_tracker.cli import drafts

    found = drafts.unfinished(probe.app.home)
    if not found:
        return ok("none is unfinished")
    number, newest = count(len(found), "text"), found[0]
    return warning(f"{number} not stored yet, the newest in {newest.file}", newest.subject.command)
