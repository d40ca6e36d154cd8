"""A reminder whose installation is replaced or deleted, and one that is started among files of the person."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from support.installation import Installation
from support.processes import becomes_true
from support.program import habit

from habit_tracker.desktop.autostart import choose
from habit_tracker.reminder.body import works
from habit_tracker.reminder.lock import Running, running
from habit_tracker.storage.home import Home

OURS = ["random.py", "json.py", "calendar.py", "logging.py", "habit_tracker.py", "sitecustomize.py"]


@pytest.fixture
def other(tmp_path: Path, home: Home) -> Iterator[Installation]:
    """Another installation; no reminder outlives the test."""
    yield Installation(tmp_path / "environment")
    if left := running(home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def started(installation: Installation, home: Home, *words: str) -> Running:
    """The reminder that it has started."""
    found = installation.habit("start", *words)
    assert found.returncode == 0, found.stderr
    here = running(home)
    assert here is not None
    return here


def notices(home: Home, pid: int, words: str) -> bool:
    """Whether its log says these words after some looks."""

    def look() -> bool:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGHUP)
        return words in home.log.read_text()

    return becomes_true(look, 30)


@pytest.mark.slow
def test_the_same_version_installed_again_is_what_runs_then(other: Installation, home: Home) -> None:
    """In the same process, without a question in between."""
    found = started(other, home, "--no-autostart")
    other.install()
    assert notices(home, found.pid, "starting anew: its installation was replaced")
    assert becomes_true(lambda: home.log.read_text().count(f"process {found.pid}") == 2, 20)


def test_a_deleted_environment_leaves_no_ghost(other: Installation, home: Home) -> None:
    """Nothing is registered that could take over: it ends, and says why in its log."""
    found = started(other, home, "--no-autostart")
    other.delete()
    assert notices(home, found.pid, "ending: its installation was replaced or is gone")
    assert becomes_true(lambda: running(home) is None, 10)


@pytest.mark.slow
def test_what_is_registered_takes_over(other: Installation, home: Home) -> None:
    """In the place of the environment that is gone."""
    found = started(other, home, "--no-autostart")
    choose().register([sys.executable, "-P", "-m", "habit_tracker", "daemon"], {})
    other.delete()
    assert notices(home, found.pid, "starting anew")

    def here() -> bool:
        now = running(home)
        return now is not None and now.python == sys.executable

    assert becomes_true(here, 20)


@pytest.mark.slow
def test_start_replaces_a_reminder_of_another_installation(other: Installation, home: Home) -> None:
    """And says so; one of its own it leaves alone."""
    found = started(other, home, "--no-autostart")
    assert "already running" in other.habit("start", "--no-autostart").stdout
    said = habit("start", "--no-autostart").stdout
    assert f"Thereminderof{other.python}hasmaderoom." in "".join(said.split())
    now = running(home)
    assert now is not None
    assert (now.python, now.pid == found.pid) == (sys.executable, False)


@pytest.mark.slow
def test_nothing_in_the_home_is_imported(other: Installation, home: Home, tmp_path: Path) -> None:
    """Neither by the reminder nor by its processes, when the session starts it there."""
    person = Path.home()
    person.mkdir(exist_ok=True)
    for name in OURS:
        (person / name).write_text(
            f"open({str(tmp_path / 'imported')!r}, 'a').write({name!r}); raise SystemExit(9)"
        )
    assert other.habit("start", cwd=person).returncode == 0
    command = choose().registered()
    assert command is not None
    assert other.habit("stop").returncode == 0
    with subprocess.Popen(command, cwd=person, stderr=subprocess.DEVNULL) as process:
        assert becomes_true(lambda: running(home), 20)
        found = running(home)
        assert found is not None
        assert found.pid == process.pid
        assert psutil.Process(found.pid).cwd() == os.sep
        assert becomes_true(lambda: "waiting" in home.log.read_text() or "started" in home.log.read_text())
        process.terminate()
    assert not (tmp_path / "imported").exists()


def test_only_a_program_that_answers_takes_over(tmp_path: Path) -> None:
    """One that is half there does not, nor does what is no reminder."""
    assert works([sys.executable, "-P", "-m", "habit_tracker", "daemon"])
    assert not works([str(tmp_path / "python"), "-P", "-m", "habit_tracker", "daemon"])
    assert not works([sys.executable, "-P", "-m", "no_such_program", "daemon"])
    assert not works(["/bin/true"])
    assert not works([])
