"""Texts that are being written in an editor: each in a private folder of its own until it is stored.

Whatever the editor leaves beside it lies there too, and goes with it. A folder whose process has ended without
taking it away is removed by the next start, unless it holds words that nobody has stored.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from habit_tracker.cli.draft import CAME_BACK, FILE, LOCK, UNTOUCHED, Draft, Subject, draft_in, new_name
from habit_tracker.private_files import make_private_folder, write_private_file
from habit_tracker.storage.home import Home, listing

DAY = 24 * 60 * 60
"""Seconds for which an editor that came back at once may still have the text open."""


@contextmanager
def begun(home: Home, subject: Subject, text: str) -> Iterator[Draft]:
    """A new text that begins with *text*. Others find its folder only once it is locked."""
    draft = Draft(make_private_folder(home.editing) / new_name(subject), subject)
    hidden = draft.folder.with_name(f".{draft.folder.name}")
    hidden.mkdir(mode=0o700)
    with _locked(hidden):
        file = write_private_file(hidden / FILE, [(text and f"{text}\n").encode()])
        os.utime(file, (UNTOUCHED, UNTOUCHED))
        hidden.rename(draft.folder)
        yield draft


@contextmanager
def gone_on_with(draft: Draft) -> Iterator[Draft]:
    """One that was left behind, with what nano has saved beside it; vim and Emacs offer theirs themselves."""
    with _locked(draft.folder):
        for saved in draft.folder.glob(f"{FILE}.save*"):
            if saved.stat().st_size and saved.stat().st_mtime >= draft.changed():
                saved.replace(draft.file)
        yield draft


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others from taking it for one that was left behind, for as long as this process lives."""
    from filelock import lock_descriptor

    descriptor = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        lock_descriptor(descriptor)
        yield
    finally:
        os.close(descriptor)


def _is_held(draft: Draft) -> bool:
    from filelock import lock_descriptor

    with suppress(FileNotFoundError):
        descriptor = os.open(draft.folder / LOCK, os.O_RDWR)
        try:
            return not lock_descriptor(descriptor, blocking=False)
        finally:
            os.close(descriptor)
    return False


def unfinished(home: Home) -> list[Draft]:
    """Those that nobody works on and that hold words, the one that was written last first."""
    found = [draft for draft in _every(home) if draft.is_unfinished() and not _is_held(draft)]
    return sorted(found, key=Draft.changed, reverse=True)


def sweep(home: Home) -> None:
    """Remove what was left behind and holds nothing new."""
    for draft in _every(home):
        if not (draft.is_unfinished() or _may_be_open(draft) or _is_held(draft)):
            draft.remove()
    for hidden in home.editing.glob(".*"):  # a crash between two steps of begun()
        if time.time() > hidden.stat().st_mtime + DAY:
            shutil.rmtree(hidden, ignore_errors=True)
    with suppress(OSError):
        home.editing.rmdir()


def _may_be_open(draft: Draft) -> bool:
    """Whether an editor that came back at once may still show it."""
    return (draft.folder / CAME_BACK).exists() and time.time() < draft.changed() + DAY


def _every(home: Home) -> Iterator[Draft]:
    yield from filter(None, map(draft_in, listing(home.editing)))
