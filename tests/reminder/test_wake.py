"""What was changed in the shell reaches the running reminder at once, and nobody else."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from support.fake_server import FakeServer, fake_server
from support.processes import becomes_true
from support.processes import running as process
from support.program import habit
from support.session_bus import session_bus

from habit_tracker.reminder import wake as waking
from habit_tracker.reminder.lock import lock_file, running
from habit_tracker.reminder.wake import wake
from habit_tracker.storage.home import Home, find_home

HEARS = """
import signal
signal.signal(signal.SIGHUP, lambda *_: print("woken", flush=True))
print("here", flush=True)
while True:
    signal.pause()
"""
PROMPT = 10.0
"""Seconds, far fewer than the thirty after which the reminder looks by itself."""


@contextmanager
def asked(env: dict[str, str]) -> Iterator[FakeServer]:
    """A reminder that has just asked, on a server that the test looks at."""
    with fake_server(env) as server:
        assert habit("plan", "--at", "00:00", env=env).returncode == 0
        assert habit("start", "--no-autostart", env=env).returncode == 0
        try:
            server.shown.get(timeout=20)
            yield server
        finally:
            habit("stop", env=env)


@pytest.fixture
def env(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A session bus of this test alone."""
    folder = tmp_path / "session"
    folder.mkdir()
    with session_bus(folder) as found:
        yield found | {"HABIT_TRACKER_HOME": os.environ["HABIT_TRACKER_HOME"]}


@pytest.mark.parametrize("words", [["log", "a win"], ["skip"], ["snooze"]])
def test_the_question_leaves_the_screen_at_once(env: dict[str, str], words: list[str]) -> None:
    """Whichever command settles it."""
    with asked(env) as server:
        assert habit(*words, env=env).returncode == 0
        assert server.closed.get(timeout=PROMPT) == 1


@pytest.mark.slow
def test_an_import_takes_the_question_away_too(env: dict[str, str], tmp_path: Path) -> None:
    """A win of today came in."""
    with asked(env) as server:
        day = json.loads(habit("status", "--json", env=env).stdout)["today"]
        (tmp_path / "wins.txt").write_text(f"{day} a win\n")
        assert habit("import", str(tmp_path / "wins.txt"), env=env).returncode == 0
        assert server.closed.get(timeout=PROMPT) == 1


@contextmanager
def stranger(home: Home, number: int | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that says when it is woken; the note of a reminder that was killed has its number."""
    with process([sys.executable, "-c", HEARS]) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"here\n"
        home.folder.mkdir(exist_ok=True)
        lock_file(home).touch()
        note = [other.pid if number is None else number, "2026-11-20T12:00:00+00:00", "0.2.0"]
        (home.folder / "reminder.json").write_text(json.dumps(note))
        yield other


def heard(other: "subprocess.Popen[bytes]") -> bytes:
    """What it says until it ends."""
    other.terminate()
    assert other.stdout is not None
    return other.stdout.read()


def test_a_stranger_with_the_number_of_a_killed_reminder_is_left_alone(home: Home) -> None:
    """Also while another command looks whether the reminder runs, and holds its lock for that."""
    with stranger(home) as other:
        wake(home)
        with lock_file(home).open("r+b") as lock:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
            wake(home)
        assert habit("log", "a win").returncode == 0
        assert heard(other) == b""


@pytest.mark.slow
def test_a_number_that_nobody_has_is_no_failure(home: Home) -> None:
    """Nor one that no process can have, nor a note that is damaged."""
    for number in (2**22 + 1, -1, 0):
        with stranger(home, number) as other:
            found = habit("log", f"a win {number}")
            assert (found.returncode, found.stderr) == (0, "")
            assert heard(other) == b""
    (home.folder / "reminder.json").write_text('["x", 3]')
    found = habit("log", "another")
    assert (found.returncode, found.stderr) == (0, "")


def test_the_reminder_of_another_home_is_not_woken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows what is due there."""
    with stranger(find_home()) as other:
        monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "second"))
        assert habit("log", "a win").returncode == 0
        assert heard(other) == b""


def test_without_a_list_of_open_files_the_lock_tells(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As on systems other than Linux: a note beside a lock that nobody holds is no reminder's."""
    monkeypatch.setattr(waking, "PROCESSES", tmp_path / "none")
    with stranger(home) as other:
        wake(home)
        assert heard(other) == b""


@pytest.mark.slow
def test_without_a_list_of_open_files_the_reminder_is_woken_too(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the lock is held, the note is believed."""
    sent: list[tuple[int, int]] = []
    monkeypatch.setattr(waking, "PROCESSES", tmp_path / "none")
    monkeypatch.setattr(os, "kill", lambda *given: sent.append(given))
    assert habit("start", "--no-autostart").returncode == 0
    try:
        found = running(home)
        assert found is not None
        wake(home)
        assert sent == [(found.pid, signal.SIGHUP)]
    finally:
        monkeypatch.undo()
        with suppress(ProcessLookupError):
            os.kill(found.pid, signal.SIGKILL)  # type: ignore[union-attr]
        assert becomes_true(lambda: running(home) is None)
