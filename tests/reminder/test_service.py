"""The reminder started, stopped and uninstalled, by itself and as the child of a real user manager."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from support.need import need
from support.processes import becomes_true
from support.program import habit
from support.user_systemd import possible, user_systemd

from habit_tracker.reminder.lock import running
from habit_tracker.reminder.spawn import command
from habit_tracker.storage.home import Home

UNIT = "habit-tracker.service"


@pytest.fixture(autouse=True)
def nothing_left(home: Home) -> Iterator[None]:
    """No reminder outlives its test, in whichever home."""
    yield
    for lock in home.folder.rglob("reminder.lock"):
        if left := running(Home(lock.parent, lock.parent)):
            with suppress(ProcessLookupError):
                os.kill(left.pid, signal.SIGKILL)


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The desktop entry that starts it at login, where no user manager is to be had."""
    return tmp_path / "config/autostart/habit-tracker.desktop"


@pytest.fixture
def session(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A desktop session that systemd runs."""
    need(possible(), "systemd and a mount namespace of its own")
    runtime = Path(tempfile.mkdtemp(prefix="run-"))  # short: the name of a socket has 107 bytes
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.delenv("XDG_CONFIG_HOME")
    with user_systemd(Path.home(), runtime) as bin_folder:
        monkeypatch.setenv("PATH", f"{bin_folder}:{os.environ['PATH']}")
        (runtime / "bus").unlink(missing_ok=True)  # nobody would answer there
        systemctl("start", "desktop.service")
        known = [name for name in ("PYTHONPATH", "TZ") if name in os.environ]
        systemctl("import-environment", *known)
        yield
        systemctl("stop", "desktop.service")
    shutil.rmtree(runtime)


def systemctl(*words: str) -> str:
    """What `systemctl --user WORDS...` prints."""
    words = ("systemctl", "--user", *words)
    return subprocess.run(words, capture_output=True, text=True, timeout=10, check=True).stdout.strip()


def state(name: str) -> str:
    """A property of the unit."""
    return systemctl("show", "--value", f"--property={name}", UNIT)


@pytest.mark.slow
def test_start_registers_once(home: Home, entry: Path) -> None:
    """With the folder that was named, whatever stands in its name; the second time changes nothing."""
    first = habit("start", env={"HABIT_TRACKER_HOME": f"{home.folder}/with a space"})
    spaced = Home(home.folder / "with a space", home.folder)
    assert "It starts with each login: autostart entry" in first.stdout
    text = entry.read_text()
    assert f'"HABIT_TRACKER_HOME={spaced.folder}"' in text
    found = running(spaced)
    assert habit("start", env={"HABIT_TRACKER_HOME": str(spaced.folder)}).stdout.startswith("The reminder is al")
    assert (running(spaced), entry.read_text()) == (found, text)
    assert habit("uninstall", env={"HABIT_TRACKER_HOME": str(spaced.folder)}).returncode == 0
    assert running(spaced) is None


@pytest.mark.slow
def test_no_autostart_registers_nothing(home: Home, entry: Path) -> None:
    """The reminder runs all the same."""
    assert "login" not in habit("start", "--no-autostart").stdout
    assert running(home)
    assert not entry.exists()


@pytest.mark.slow
def test_without_a_registration_the_reminder_runs_all_the_same(home: Home, tmp_path: Path) -> None:
    """One sentence says what is in the way."""
    (tmp_path / "config").write_text("in the way")
    found = habit("start")
    said = " ".join(found.stdout.split())
    assert (found.returncode, "It runs until you log out: Cannot write" in said, "Not a directory" in said) == (
        0,
        True,
        True,
    )
    assert running(home)


@pytest.mark.slow
def test_uninstall_leaves_the_data(home: Home, entry: Path) -> None:
    """And says where it lies; doing it again says that there is nothing to do."""
    habit("log", "mine")
    habit("start")
    found = habit("uninstall")
    assert found.stdout.splitlines() == [
        "The reminder has stopped.",
        "It no longer starts when you log in.",
        "Removed from your desktop: menu entry, icon, manual.",
        f"What you wrote stays in {home.folder}",
    ]
    assert (running(home), entry.exists()) == (None, False)
    assert "mine" in habit("wins").stdout
    again = habit("uninstall")
    assert (again.returncode, again.stdout.splitlines()[0]) == (0, "The reminder was not running.")


@pytest.mark.slow
def test_systemd_owns_it(session: None, home: Home) -> None:
    """Started, said, stopped, started again and uninstalled through the user manager."""
    assert "systemd user unit" in habit("start").stdout
    found = running(home)
    assert found is not None
    assert state("MainPID") == str(found.pid)
    said = json.loads(habit("status", "--json").stdout)
    assert (said["kept_alive"], said["started_by"]) == (
        True,
        "systemd user unit ~/.config/systemd/user/habit-tracker.service",
    )
    other = {"HABIT_TRACKER_HOME": str(home.folder / "other")}
    assert habit("stop", env=other).returncode == 1
    habit("start", "--no-autostart", env=other)
    assert habit("stop", env=other).returncode == 0
    assert running(home) == found, "another home's reminder was stopped"
    assert habit("stop").returncode == 0
    assert (running(home), state("ActiveState")) == (None, "inactive")
    habit("start")
    assert state("ActiveState") == "active"
    assert habit("uninstall").returncode == 0
    assert (running(home), state("LoadState")) == (None, "not-found")


@pytest.mark.slow
def test_stop_ends_what_systemd_was_about_to_start_again(session: None, home: Home) -> None:
    """After a crash it would be back within 20 seconds."""
    habit("start")
    found = running(home)
    assert found is not None
    os.kill(found.pid, signal.SIGKILL)
    assert becomes_true(lambda: state("SubState") == "auto-restart")
    assert habit("stop").returncode == 0
    assert state("ActiveState") == "inactive"


@pytest.mark.slow
def test_a_second_reminder_ends_in_peace(session: None, home: Home) -> None:
    """One that runs already is left alone, and systemd does not start another again and again."""
    assert habit("start", "--no-autostart").returncode == 0
    first = running(home)
    habit("start")
    systemctl("start", UNIT)
    assert becomes_true(lambda: state("ActiveState") == "inactive")
    assert (state("Result"), state("NRestarts"), running(home)) == ("success", "0", first)
    assert habit("stop").returncode == 0
    assert running(home) is None


@pytest.mark.slow
def test_what_is_registered_is_what_runs(home: Home, entry: Path) -> None:
    """The command of the entry is the one that `habit start` starts."""
    habit("start")
    from habit_tracker.desktop.autostart.xdg import parse

    assert parse(entry.read_text()) == command()


@pytest.mark.slow
def test_a_second_home_leaves_the_first_alone(home: Home, entry: Path) -> None:
    """Each has an entry of its own, which goes with its own uninstall."""
    assert habit("start").returncode == 0
    first = entry.read_text()
    other = {"HABIT_TRACKER_HOME": str(home.folder / "other")}
    for _ in range(2):
        said = habit("start", env=other).stdout
    (second,) = set(entry.parent.iterdir()) - {entry}
    assert second.name in "".join(said.split())
    assert (str(home.folder / "other") in second.read_text(), entry.read_text()) == (True, first)
    assert second.name in json.loads(habit("status", "--json", env=other).stdout)["started_by"]
    assert habit("uninstall", env=other).returncode == 0
    assert list(entry.parent.iterdir()) == [entry]
    assert json.loads(habit("status", "--json").stdout)["starts_at_login"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            ["/no/such/python", "-P", "-m", "habit_tracker", "daemon"],
            "it starts /no/such/python, which is not there",
        ),
        (["/bin/sh", "-P", "-m", "habit_tracker", "daemon"], "it starts another installation, /bin/sh"),
        ([sys.executable, "-m", "habit_tracker", "daemon"], "it starts the program as an earlier version did"),
    ],
)
def test_status_and_doctor_say_the_same_of_an_entry(home: Home, command: list[str], said: str) -> None:
    """One that points elsewhere, or was written by an earlier version; `start` mends it."""
    from habit_tracker.desktop.autostart import choose

    choose().register(command, {"HABIT_TRACKER_HOME": str(home.folder)})
    checks = json.loads(habit("doctor", "--json").stdout)["checks"]
    (found,) = [check for check in checks if check["name"] == "at_login"]
    assert said in found["words"]
    assert (found["mend"], found["state"] != "ok") == ("habit start", True)
    assert said in json.loads(habit("status", "--json").stdout)["trouble_at_login"]
    assert habit("start").returncode == 0
    assert said not in habit("status").stdout
    checks = json.loads(habit("doctor", "--json").stdout)["checks"]
    (found,) = [check for check in checks if check["name"] == "at_login"]
    assert found["mend"] != "habit start" or "not known" in found["words"]
