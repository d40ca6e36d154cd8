"""Ten days of the real process in some seconds: its clock is moved, its notification server counts."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.fake_server import FakeServer, fake_server
from support.faketime import FakeClock
from support.processes import becomes_true, end
from support.program import habit

from habit_tracker.domain.question import QUESTION
from habit_tracker.storage.home import Home


class TenDays:
    """A reminder in New York, whose clock says what the test wants."""

    def __init__(self, server: FakeServer, home: Home, env: dict[str, str], clock: FakeClock) -> None:
        self.server = server
        self._home = home
        self._env = {**os.environ, **env, **clock.env, "TZ": "America/New_York"}
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, at: str) -> None:
        """Start the reminder when the clock says *at*, in UTC."""
        self._clock.set(at)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "habit_tracker", "daemon"], env=self._env, stderr=subprocess.PIPE
        )
        assert self._process.stderr is not None
        self._process.stderr.readline()

    def end(self, number: int = signal.SIGTERM) -> None:
        """End the reminder by that signal."""
        if self._process:
            self._process.send_signal(number)
            self._process.wait(10)
            end(self._process)

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
                "SELECT outcome FROM nudges WHERE day = ? AND kind = 'daily' AND number = 1", [day]
            ).fetchone()
        return str(found[0]) if found else None

    def expect(self, day: str, outcome: str = "shown") -> None:
        """Wait until the ledger says this of that day."""
        assert becomes_true(lambda: self.outcome(day) == outcome, seconds=30), f"{day}: {self.outcome(day)}"

    def asked(self) -> Counter[str]:
        """How often each day was asked, by the name of the day in the notification."""
        found = [self.server.shown.get() for _ in range(self.server.shown.qsize())]
        return Counter(one.body.partition(".")[0] for one in found if one.title == QUESTION and not one.replaces)


@pytest.fixture
def ten_days(bus: dict[str, str], home: Home, tmp_path: Path) -> Iterator[TenDays]:
    """A plan for 02:30 at night, and a server that shows everything at once."""
    clock = FakeClock(tmp_path)
    with fake_server(bus) as server:
        found = TenDays(server, home, bus, clock)
        clock.set("2026-03-05 06:00:00")
        found.habit("plan", "--at", "2:30")
        yield found
        found.end(signal.SIGKILL)


@pytest.mark.slow
def test_ten_days(ten_days: TenDays) -> None:
    """Each counting day is asked exactly once, whatever happens to the machine and its clock."""
    t = ten_days
    t.start("2026-03-05 07:29:57")  # three seconds before it is due, which it waits for by itself
    t.expect("2026-03-05")
    t.set("2026-03-06 14:00:00")  # asleep when it was due
    t.expect("2026-03-06")
    t.server._hangs = ("Notify",)
    t.set("2026-03-07 07:30:00")
    assert t.server.called.wait(20)
    t.end(signal.SIGKILL)  # while it sends
    t.server._hangs = ()
    t.start("2026-03-07 07:31:30")
    t.expect("2026-03-07")
    t.set("2026-03-08 06:59:57")  # clocks go from 02:00 to 03:00, over the time of the plan
    t.expect("2026-03-08")
    t.set("2026-03-09 06:30:01")
    t.expect("2026-03-09")
    t.set("2026-03-08 18:30:00")  # twelve hours back
    t.set("2026-03-09 07:00:00")
    t.set("2026-03-10 06:30:01")
    t.expect("2026-03-10")
    t.habit("plan", "--at", "18:00")  # asked already: the new time holds from tomorrow
    t.set("2026-03-10 22:00:01")
    t.set("2026-03-11 06:30:01")
    t.set("2026-03-11 22:00:01")
    t.expect("2026-03-11")
    t.end()
    t.start("2026-03-13 02:00:00")  # off when it was due; it is still the 12th in New York
    t.expect("2026-03-12")
    t.set("2026-03-13 16:00:00")
    t.habit("log", "done before I was asked")
    t.set("2026-03-13 22:00:01")
    t.expect("2026-03-13", "not needed")
    t.set("2026-03-14 22:00:01")
    t.expect("2026-03-14")
    t.end()
    names = ["Thursday 5", "Friday 6", "Saturday 7", "Sunday 8", "Monday 9", "Tuesday 10", "Wednesday 11"]
    expected = Counter(f"{name} March" for name in [*names, "Thursday 12", "Saturday 14"])
    assert t.asked() == expected
