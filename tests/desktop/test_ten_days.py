"""Ten days of the real process in some seconds: its clock is moved, its notification server counts."""

import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.clocked import Clocked
from support.fake_server import fake_server
from support.faketime import FakeClock

from habit_tracker.storage.home import Home


@pytest.fixture
def ten_days(bus: dict[str, str], home: Home, tmp_path: Path) -> Iterator[Clocked]:
    """A plan for 02:30 at night, and a server that shows everything at once."""
    clock = FakeClock(tmp_path)
    with fake_server(bus) as server:
        found = Clocked(server, home, bus, clock, "America/New_York")
        clock.set("2026-03-05 06:00:00")
        found.habit("plan", "--at", "2:30")
        yield found
        found.end()


@pytest.mark.slow
def test_ten_days(ten_days: Clocked) -> None:
    """Each counting day is asked exactly once, whatever happens to the machine and its clock."""
    t = ten_days
    t.start("2026-03-05 07:29:57")  # three seconds before it is due, which it waits for by itself
    t.expect("2026-03-05")
    t.set("2026-03-06 14:00:00")  # asleep when it was due; the last one came a moment ago, by the true clock
    t.expect("2026-03-06", seconds=90)
    t.server._hangs = ("Notify",)
    t.anew("2026-03-07 07:30:00")
    assert t.server.called.wait(20)
    t.end(signal.SIGKILL)  # while it sends
    t.server._hangs = ()
    t.start("2026-03-07 07:31:30")
    t.expect("2026-03-07")
    t.anew("2026-03-08 06:59:57")  # clocks go from 02:00 to 03:00, over the time of the plan
    t.expect("2026-03-08")
    t.anew("2026-03-09 06:30:01")
    t.expect("2026-03-09")
    t.set("2026-03-08 18:30:00")  # twelve hours back
    t.set("2026-03-09 07:00:00")
    t.anew("2026-03-10 06:30:01")
    t.expect("2026-03-10")
    t.habit("plan", "--at", "18:00")  # asked already: the new time holds from tomorrow
    t.set("2026-03-10 22:00:01")
    t.anew("2026-03-11 06:30:01")
    t.set("2026-03-11 22:00:01")
    t.expect("2026-03-11")
    t.anew("2026-03-13 02:00:00")  # off when it was due; it is still the 12th in New York
    t.expect("2026-03-12")
    t.set("2026-03-13 16:00:00")
    t.habit("log", "done before I was asked")
    t.set("2026-03-13 22:00:01")
    t.expect("2026-03-13", "not needed")
    t.anew("2026-03-14 22:00:01")
    t.expect("2026-03-14")
    t.end()
    assert t.asked() == Counter(f"{day} March" for day in [5, 6, 7, 8, 9, 10, 11, 12, 14])
