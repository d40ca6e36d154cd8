"""The installation that this process runs from: it may go, move or be replaced while the process lives."""

import os
import subprocess
import sys
from pathlib import Path

import habit_tracker

SETTLED = 2
"""Looks that find it changed before anything is done: an installation takes its time."""
GIVEN_UP = 4
"""Looks that find nothing that works in its place before the process ends."""
ANSWER_LIMIT = 20.0


def package() -> str:
    """The folder of the program's own code, without links."""
    return os.path.realpath(Path(habit_tracker.__file__).parent)


def fingerprint() -> list[tuple[int, int] | None]:
    """What changes when the program, its interpreter or its environment is replaced, also by the same version."""
    paths = [Path(habit_tracker.__file__), Path(sys.executable), Path(sys.prefix, "pyvenv.cfg")]
    return [_mark(path) for path in paths]


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def works(command: list[str]) -> bool:
    """Whether *command*, which starts a reminder, starts a program that answers."""
    if command[-1:] != ["daemon"]:
        return False
    asked = [*command[:-1], "--version"]
    try:
        said = subprocess.run(asked, capture_output=True, timeout=ANSWER_LIMIT, check=False, cwd=os.sep)
    except (OSError, subprocess.SubprocessError):
        return False
    return said.returncode == 0


class Body:
    """Watches the installation, a look at a time."""

    def __init__(self) -> None:
        self._at_start = fingerprint()
        self._changed = 0

    def changed(self) -> bool:
        """Whether it is another than at the start, and has been for some looks."""
        self._changed = self._changed + 1 if fingerprint() != self._at_start else 0
        return self._changed >= SETTLED

    @property
    def given_up(self) -> bool:
        """Whether nothing has worked in its place for so long that nobody waits any more."""
        return self._changed >= GIVEN_UP
