"""A text that is being written in an editor, in its folder: what it is to become, and whether it holds words."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from habit_tracker.cli.reading import MOST_BYTES
from habit_tracker.storage.home import listing

UNTOUCHED = 946_684_800
"""The time of change, 2000-01-01, that a text has for as long as nobody has saved it."""
FILE, LOCK, CAME_BACK = "win.txt", "lock", "came-back-at-once"
NAME = re.compile(r"(?:win-([0-9]{1,18})|log-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([1-5]))?)\.[0-9a-f]{16}")


class Subject(NamedTuple):
    """What a text is to become: the words of a win that is there, or a win for a day."""

    win: int | None = None
    day: date | None = None
    confidence: int | None = None

    @property
    def command(self) -> str:
        """What goes on with it."""
        return f"habit edit {self.win}" if self.win else "habit log --edit"

    @property
    def nothing_done(self) -> str:
        """That nothing came of it."""
        return f"Win {self.win} stays as it was" if self.win else "Nothing was logged"


class Draft(NamedTuple):
    """A text in its folder."""

    folder: Path
    subject: Subject

    @property
    def file(self) -> Path:
        """What the editor opens."""
        return self.folder / FILE

    def is_saved(self) -> bool:
        """Whether somebody saved it since it was begun."""
        with suppress(OSError):
            return int(self.file.stat().st_mtime) != UNTOUCHED
        return False

    def is_unfinished(self) -> bool:
        """Whether it holds words that are nowhere else: saved, or left by an editor that was killed."""
        return (self.is_saved() and bool(self.beginning().strip())) or any(_rescued(self.folder))

    def beginning(self) -> bytes:
        """More than a win may hold, of a file that may be of any size."""
        with suppress(OSError), self.file.open("rb") as file:
            return file.read(MOST_BYTES)
        return b""

    def may_be_open(self) -> None:
        """Note that a window may show it although nobody waits for that: it is not removed just now."""
        (self.folder / CAME_BACK).touch(0o600)

    def remove(self) -> None:
        """Remove it, and the folder of all of them with the last."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            self.folder.parent.rmdir()

    def changed(self) -> float:
        """When it was written last, in seconds since 1970."""
        return (self.file if self.is_saved() else self.folder).stat().st_mtime


def new_name(subject: Subject) -> str:
    """A name for the folder of a text on *subject*, from which `draft_in` knows it again."""
    win, day, confidence = subject
    name = f"win-{win}" if win else f"log-{day}" + (f"-{confidence}" if confidence else "")
    return f"{name}.{os.urandom(8).hex()}"


def draft_in(folder: Path) -> Draft | None:
    """The text in a folder of such a name."""
    if found := NAME.fullmatch(folder.name):
        win, day, confidence = found.groups()
        with suppress(ValueError):
            on = date.fromisoformat(day) if day else None
            return Draft(folder, Subject(int(win) if win else None, on, int(confidence) if confidence else None))
    return None


def _rescued(folder: Path) -> Iterator[Path]:
    """What an editor saves when its terminal goes away: all beside the text but the backup that it makes first."""
    for path in listing(folder):
        if path.name not in {FILE, LOCK, CAME_BACK} and not path.name.endswith("~"):
            yield path
