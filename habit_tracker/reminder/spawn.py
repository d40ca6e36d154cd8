"""Starting and stopping the reminder as a background process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from habit_tracker.domain.errors import HabitError
from habit_tracker.reminder.lock import Running, running
from habit_tracker.storage.home import Home

END_LIMIT = 5.0
READY = "ready"


def command(word: str = "daemon") -> list[str]:
    """What starts the reminder, or `habit WORD`, whatever lies in the folder that it is started in."""
    return [sys.executable, "-P", "-m", "habit_tracker", word]


def start(home: Home) -> None:
    """Start the reminder and return once it runs. Raises HabitError with its own words when it does not."""
    process = subprocess.Popen(
        [*command(), "--detached"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=os.sep,
        start_new_session=True,
        text=True,
    )
    with process.stdout, process.stderr:  # type: ignore[union-attr]
        if process.stdout.readline().strip() != READY:  # type: ignore[union-attr]
            words = process.stderr.read().strip().removeprefix("Error: ")  # type: ignore[union-attr]
            process.wait()
            raise HabitError(words or f"The reminder ended at once; {home.log} may say why.")
    process.returncode = 0  # it lives on by itself, and nobody will wait for it


def stop(home: Home, found: Running) -> None:
    """End the reminder and return once it has. Raises HabitError when it does not end."""
    os.kill(found.pid, signal.SIGTERM)
    if not comes_to_be(lambda: running(home) is None):
        raise HabitError(f"The reminder, process {found.pid}, has not ended within {END_LIMIT:.0f} seconds.")


def comes_to_be(condition: Callable[[], bool]) -> bool:
    """Whether it is so within END_LIMIT seconds; a lock tells nobody when it is taken or let go."""
    deadline = time.monotonic() + END_LIMIT
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def detach() -> None:
    """Tell who started us that we run, and let go of the terminal."""
    print(READY, flush=True)  # noqa: T201
    with Path(os.devnull).open("r+b") as nowhere:
        for stream in (0, 1, 2):
            os.dup2(nowhere.fileno(), stream)
