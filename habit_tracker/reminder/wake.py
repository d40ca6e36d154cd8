"""Letting the running reminder know that something was changed. Light: every command that writes loads it."""

import os
import signal
from contextlib import suppress
from pathlib import Path

from habit_tracker.reminder.lock import lock_file, noted, running
from habit_tracker.storage.home import Home

WAKES = hasattr(signal, "SIGHUP")
"""Whether a reminder can be told to look at once."""
PROCESSES = Path("/proc")


def wake(home: Home) -> None:
    """Let the reminder of *home* look at once, if one runs. Nobody else is sent a signal; it never raises."""
    with suppress(OSError):  # it has just ended, or is another person's
        if WAKES and (found := noted(home)) and _runs(found.pid, home):
            os.kill(found.pid, signal.SIGHUP)


def _runs(pid: int, home: Home) -> bool:
    """Whether process *pid* is the reminder: a note may outlive its writer, whose number is then given away."""
    files = PROCESSES / str(pid) / "fd"
    if not (PROCESSES / "self" / "fd").is_dir():
        return running(home) is not None
    lock = lock_file(home).stat()
    return any(_is_file(one, lock) for one in files.iterdir())


def _is_file(descriptor: Path, found: os.stat_result) -> bool:
    with suppress(OSError):  # closed since
        return os.path.samestat(descriptor.stat(), found)
    return False
