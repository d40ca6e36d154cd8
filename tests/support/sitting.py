"""A person who sits at a desktop with the real reminder, at one in the morning: the question was due at 00:00."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psutil
from support.moments import zone_at_one
from support.processes import becomes_true
from support.program import habit

from habit_tracker.desktop.notifications.left import left_in
from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home

WAIT = 20.0


class Sitting:
    """The reminder on the bus of *env*, and what its ledger says."""

    def __init__(self, home: Home, env: dict[str, str]) -> None:
        self.home = home
        self.env = {**env, "TZ": zone_at_one()}

    def habit(self, *words: str) -> str:
        """What `habit WORDS...` prints."""
        found = habit(*words, env=self.env)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def start(self) -> None:
        """Start the reminder."""
        self.habit("start", "--no-autostart")

    def look(self) -> None:
        """Let it look at once."""
        os.kill(self.process, signal.SIGHUP)

    def kill(self, process: int) -> None:
        """End that process without a word, and wait for it."""
        found = psutil.Process(process)
        found.kill()
        assert becomes_true(lambda: not found.is_running() or found.status() == psutil.STATUS_ZOMBIE)

    @property
    def process(self) -> int:
        """The reminder's."""
        found = running(self.home)
        assert found is not None
        return found.pid

    @property
    def workers(self) -> list[int]:
        """The processes that have something on the screen."""
        return [left.process for left in left_in(self.home.inbox) if left.attended]

    def rows(self) -> list[dict[str, Any]]:
        """The ledger of today."""
        found: list[dict[str, Any]] = json.loads(self.habit("nudges", "--json"))
        return found

    def showings(self, times: int) -> bool:
        """Whether the question comes to have been shown so often, as the ledger counts."""
        return becomes_true(lambda: [row["showings"] for row in self.rows()] == [times], WAIT)

    def waits(self, reason: str) -> bool:
        """Whether the ledger comes to say that it waits for that."""
        return becomes_true(lambda: [row["reason"] for row in self.rows()] == [reason], WAIT)


@contextmanager
def sitting(home: Home, env: dict[str, str]) -> Iterator[Sitting]:
    """The person; at the end no reminder of theirs, and nothing that it has shown."""
    found = Sitting(home, env)
    found.habit("plan", "--at", "00:00")
    try:
        yield found
    finally:
        left = running(home)
        for process in [*([left.pid] if left else []), *found.workers]:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
