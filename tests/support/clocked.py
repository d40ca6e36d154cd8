"""The real reminder process under a clock that the test sets."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing

from support.fake_server import FakeServer
from support.faketime import FakeClock
from support.processes import becomes_true, end
from support.program import habit

from habit_tracker.storage.home import Home


class Clocked:
    """A real reminder whose clock says what the test wants, and a notification server that obeys."""

    def __init__(self, server: FakeServer, home: Home, env: dict[str, str], clock: FakeClock, zone: str) -> None:
        self.server = server
        self._home = home
        self._env = {**os.environ, **env, **clock.env, "TZ": zone}
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, at: str) -> None:
        """Start the reminder when the clock says *at*, in UTC."""
        self._clock.set(at)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "habit_tracker", "daemon"], env=self._env, stderr=subprocess.PIPE
        )
        assert self._process.stderr is not None
        self._process.stderr.readline()

    def end(self, number: int = signal.SIGTERM) -> None:
        """End the reminder by that signal."""
        if self._process:
            self._process.send_signal(number)
            self._process.wait(10)
            end(self._process)

    def anew(self, at: str) -> None:
        """Start a reminder anew when the clock says *at*: one process shows one notification a minute."""
        self.end()
        self.start(at)

    def set(self, at: str) -> None:
        """Set the clock, in UTC, and let the reminder notice."""
        assert self._process is not None
        self._clock.set(at)
        self._process.send_signal(signal.SIGHUP)

    def habit(self, *words: str) -> None:
        """Run a command at this moment."""
        found = habit(*words, env=self._env)
        assert found.returncode == 0, found.stderr

    def outcome(self, day: str) -> str | None:
        """What the ledger says of the question of that day."""
        with closing(sqlite3.connect(self._home.database)) as connection:
            found = connection.execute(
                "SELECT outcome FROM nudges WHERE day = ? AND prompt = 'daily' AND occurrence = 1", [day]
            ).fetchone()
        return str(found[0]) if found else None

    def reason(self, day: str) -> str:
        """Why the question of that day still waits, by the ledger."""
        with closing(sqlite3.connect(self._home.database)) as connection:
            found = connection.execute(
                "SELECT reason FROM nudges WHERE day = ? AND prompt = 'daily'", [day]
            ).fetchone()
        return str(found[0]) if found else ""

    def expect(self, day: str, outcome: str = "shown", seconds: float = 30) -> None:
        """Wait until the ledger says this of that day."""
        assert becomes_true(lambda: self.outcome(day) == outcome, seconds), f"{day}: {self.outcome(day)}"

    def asked(self) -> Counter[str]:
        """How often each day was asked, by its date in the notification."""
        found = [self.server.shown.get() for _ in range(self.server.shown.qsize())]
        asked = [one.body for one in found if one.title.startswith("One win") and not one.replaces]
        return Counter(re.findall(r" streak, (.+)\.", "\n".join(asked)))
