"""The reminder as a process, through the installed program."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import psutil
import pytest
from support.program import habit

from habit_tracker.reminder.daemon import version_on_disk
from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home

WAIT = 20.0


def until(condition: Callable[[], object]) -> None:
    """Wait for the thing itself, and fail when it does not come."""
    deadline = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.01)


def log_of(home: Home) -> str:
    """What the reminder's log says."""
    return home.log.read_text() if home.log.exists() else ""


@pytest.fixture
def started(home: Home) -> Iterator[int]:
    """A reminder in the background; its process."""
    assert habit("plan", "--at", "00:01").returncode == 0
    assert habit("start").returncode == 0
    found = running(home)
    assert found is not None
    yield found.pid
    with suppress(ProcessLookupError):
        os.kill(found.pid, signal.SIGKILL)


def test_start_status_stop(started: int, home: Home) -> None:
    """A second start changes nothing; stop ends it; a second stop says that there is nothing to stop."""
    assert "already running" in habit("start").stdout
    assert f"process {started}" in habit("status").stdout
    assert habit("stop").returncode == 0
    assert running(home) is None
    until(lambda: not psutil.pid_exists(started) or psutil.Process(started).status() == psutil.STATUS_ZOMBIE)
    again = habit("stop")
    assert (again.returncode, again.stderr) == (
        1,
        "Error: The reminder is not running. `habit start` starts it.\n",
    )


@pytest.mark.slow
def test_it_says_why_nothing_can_be_shown(started: int, home: Home) -> None:
    """Here there is no session bus. The nudge waits, and the ledger has the reason."""
    until(lambda: "waiting" in log_of(home))
    assert "session bus" in log_of(home)
    assert "habit ask" in habit("start").stdout


@pytest.mark.slow
def test_a_killed_reminder_leaves_no_lock(started: int, home: Home) -> None:
    """The next start works at once, and does not mistake a stale note for a reminder."""
    os.kill(started, signal.SIGKILL)
    until(lambda: running(home) is None)
    assert "not running" in habit("status").stdout
    assert habit("start").returncode == 0
    assert habit("stop").returncode == 0


@pytest.mark.slow
def test_it_ends_within_a_second(started: int, home: Home) -> None:
    """Also while the database is locked and a look waits for it."""
    with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        os.kill(started, signal.SIGHUP)
        began = time.monotonic()
        os.kill(started, signal.SIGTERM)
        until(lambda: running(home) is None)
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_locked_database_is_waited_for(started: int, home: Home) -> None:
    """The log says so, and the reminder goes on."""
    until(lambda: "waiting" in log_of(home))
    with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        os.kill(started, signal.SIGHUP)
        until(lambda: "Another program is writing" in log_of(home))
    habit("log", "SECRET words")
    os.kill(started, signal.SIGHUP)
    until(lambda: "not needed" in log_of(home))
    assert "SECRET" not in log_of(home)


@pytest.mark.slow
def test_a_newer_schema_makes_it_start_anew(started: int, home: Home) -> None:
    """In the same process, once; then it waits until the schema is one it knows."""
    until(lambda: "waiting" in log_of(home))
    with closing(sqlite3.connect(home.database)) as other, other:
        (known,) = other.execute("SELECT version_num FROM alembic_version").fetchone()
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    os.kill(started, signal.SIGHUP)
    until(lambda: log_of(home).count(f"process {started}") == 2)
    until(lambda: re.search(r"Install the newer version.*Looking again", log_of(home)))
    with closing(sqlite3.connect(home.database)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = ?", [known])
    os.kill(started, signal.SIGHUP)
    habit("log", "a win")
    os.kill(started, signal.SIGHUP)
    until(lambda: "not needed" in log_of(home))
    assert log_of(home).count("starting anew") == 1


def test_in_the_foreground_it_says_what_it_does(home: Home) -> None:
    """Until Ctrl+C."""
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "habit_tracker", "daemon"], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "started" in process.stderr.readline()
        second = habit("daemon")
        assert (second.returncode, second.stderr.startswith("The reminder is already running")) == (0, True)
        process.send_signal(signal.SIGINT)
        assert process.wait(WAIT) == 0


def test_start_says_what_is_wrong_with_the_database(home: Home) -> None:
    """In the terminal, and not in a log."""
    home.folder.mkdir()
    home.database.write_text("no database at all" * 100)
    found = habit("start")
    assert (found.returncode, running(home)) == (1, None)
    assert found.stderr.count("\n") == 1
    assert "not a database of this program" in found.stderr


def test_the_version_on_disk_is_read_afresh() -> None:
    """It is what tells a running reminder of an upgrade."""
    assert version_on_disk() == habit("--version").stdout.split()[1]
