"""`habit doctor` on a real desktop: all is well, or the true cause of what is not."""

import json
import os
import signal
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from support.desktop import Desktop
from support.ordinary import ordinary
from support.processes import becomes_true
from support.program import habit
from support.terminal import typed

from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home

Env = Mapping[str, str]


@pytest.fixture
def env(screen: Desktop, home: Home) -> Iterator[Env]:
    """A desktop that starts autostart entries, on which the reminder runs; today is done, whatever time it is."""
    found = {**screen.env, "XDG_CURRENT_DESKTOP": "XFCE"}
    assert habit("log", "Tidied up", env=found).returncode == 0
    assert habit("start", env=found).returncode == 0
    yield found
    if left := running(home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def report(env: Env, *options: str) -> dict[str, Any]:
    """What `habit doctor --json` says."""
    found = habit("doctor", "--json", *options, env=env)
    said: dict[str, Any] = json.loads(found.stdout)
    assert (found.stderr, found.returncode) == ("", 0 if said["nudge_would_come"] else 1)
    return said


def faults(env: Env, *options: str) -> dict[str, tuple[str, str | None]]:
    """What is not ok: words and remedy by the name of the check, and whether it loses a nudge."""
    checks = report(env, *options)["checks"]
    return {one["name"]: (one["words"], one["mend"]) for one in checks if one["state"] != "ok"}


def end(home: Home, how: signal.Signals = signal.SIGKILL) -> int:
    """End the reminder; the process that it was."""
    found = running(home)
    assert found is not None
    os.kill(found.pid, how)
    assert becomes_true(lambda: running(home) is None)
    return found.pid


@pytest.mark.slow
def test_the_running_reminder_is_asked_and_not_this_copy(env: Env, home: Home) -> None:
    """One that was started outside of the desktop can show nothing, however well this copy can."""
    end(home, signal.SIGTERM)
    without = {name: value for name, value in env.items() if name not in {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY"}}
    assert habit("start", env=without | {"DBUS_SESSION_BUS_ADDRESS": "", "DISPLAY": ""}).returncode == 0
    found = faults(env)
    assert list(found) == ["test"]
    assert found["test"][0].startswith("nothing was shown: ")
    assert [path.name for path in home.folder.glob("reminder.*") if path.suffix in {".question", ".answer"}] == []


def test_all_is_well(env: Env, screen: Desktop) -> None:
    """The server has a name, and did show something."""
    said = report(env)
    assert {one["state"] for one in said["checks"]} == {"ok"}
    words = {one["name"]: one["words"] for one in said["checks"]}
    assert words["notifications"].startswith("dunst 1.")
    assert words["notifications"].endswith(". Click to answer")
    assert words["do_not_disturb"] == "off"
    assert "actions" in said["server"]["abilities"]
    assert words["window"].startswith("tkinter opens it; it neither joins Arabic letters")
    assert becomes_true(lambda: "A test from habit doctor" in [one["summary"] for one in screen.history()])
    assert screen.count() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "status", "words"), [("\n", 0, "and you saw it"), ("n\n", 1, "did not see it")]
)
def test_on_a_terminal_it_asks_whether_it_was_seen(env: Env, answer: str, status: int, words: str) -> None:
    """The person's word counts for more than the server's."""
    found, shown = typed("doctor", env=env, text=answer)
    assert (found, "Did you see the notification?" in shown, words in " ".join(shown.split())) == (
        status,
        True,
        True,
    )


@pytest.mark.slow
def test_no_server(env: Env, bus: dict[str, str]) -> None:
    """One cause, one line; what would follow from it is not listed."""
    found = faults({**env, **bus, "DISPLAY": env["DISPLAY"]})
    assert list(found) == ["notifications"]
    words, mend = found["notifications"]
    assert words == "no notification server answers on the session bus"
    assert mend == "dunst &"


@pytest.mark.slow
def test_do_not_disturb(env: Env, screen: Desktop) -> None:
    """What it names as the remedy is one."""
    screen.run("dunstctl", "set-paused", "true")
    found = faults(env)
    assert list(found) == ["do_not_disturb"]
    words, mend = found["do_not_disturb"]
    assert words.startswith("do not disturb is on")
    screen.run(*str(mend).split())
    assert faults(env) == {}


@pytest.mark.slow
def test_the_reminder_was_killed(env: Env, home: Home) -> None:
    """Its process is named, and --fix starts another."""
    pid = end(home)
    ((words, mend),) = faults(env).values()
    assert (f"process {pid}" in words, "was killed" in words, mend) == (True, True, "habit start")
    said = report(env, "--fix")
    assert (said["nudge_would_come"], said["mended"]) == (True, ["Started the reminder."])
    assert running(home)


@pytest.mark.slow
def test_the_reminder_was_stopped(env: Env) -> None:
    """Nobody killed it."""
    habit("stop", env=env)
    assert faults(env) == {"reminder": ("not running", "habit start")}


@pytest.mark.slow
def test_nothing_starts_it_at_login(env: Env, tmp_path: Path) -> None:
    """--fix registers it."""
    (tmp_path / "config/autostart/habit-tracker.desktop").unlink()
    assert faults(env) == {"at_login": ("nothing starts the reminder when you log in", "habit start")}
    assert faults(env, "--fix") == {}


@pytest.mark.slow
def test_a_window_manager_that_starts_no_entries(env: Env) -> None:
    """A warning: the next login may not start it."""
    said = report({**env, "XDG_CURRENT_DESKTOP": "i3"})
    (at_login,) = [one for one in said["checks"] if one["name"] == "at_login"]
    assert (said["nudge_would_come"], at_login["state"]) == (True, "warning")
    assert "i3 is not known to start autostart entries" in at_login["words"]


@pytest.mark.slow
def test_tkinter_is_missing(env: Env, tmp_path: Path) -> None:
    """The next one opens, and what it cannot do is said."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['_tkinter'] = None\n")
    said = {one["name"]: one["words"] for one in report({**env, "PYTHONPATH": str(tmp_path)})["checks"]}
    assert said["window"].startswith("gtk opens it")


@pytest.mark.slow
@pytest.mark.parametrize("mode", [0o400, 0o600])
def test_a_read_only_folder(env: Env, home: Home, mode: int) -> None:
    """Also when only the folder is: nothing more can be written; --fix makes it writable again."""
    home.folder.chmod(0o500)
    home.database.chmod(mode)
    found = habit("doctor", "--json", env=env, before=ordinary())
    assert (found.returncode, found.stderr) == (1, "")
    (fault,) = [one for one in json.loads(found.stdout)["checks"] if one["state"] != "ok"]
    assert (fault["name"], fault["state"], fault["mend"]) == ("database", "problem", "habit doctor --fix")
    assert str(home.folder) in fault["words"]
    mended = habit("doctor", "--json", "--fix", env=env, before=ordinary())
    assert (mended.returncode, home.database.stat().st_mode & 0o777) == (0, 0o600)


@pytest.mark.slow
def test_a_damaged_database(env: Env, home: Home) -> None:
    """SQLite's own check says so."""
    end(home, signal.SIGTERM)
    with closing(sqlite3.connect(home.database)) as other, other:
        other.executemany(
            "INSERT INTO settings VALUES (?, ?, '2026-11-23', NULL)", [(f"k{n}", "x" * 900) for n in range(200)]
        )
    with home.database.open("r+b") as file:
        file.seek(-40_000, os.SEEK_END)
        file.write(b"\xff" * 20_000)
    words, _ = faults(env)["database"]
    assert "damaged" in words


@pytest.mark.slow
def test_it_changes_nothing(env: Env, home: Home) -> None:
    """Not a byte of the database."""
    before = home.database.read_bytes()
    report(env)
    assert home.database.read_bytes() == before
