"""The unit under a real systemd, from the first registration to the end of the session."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.need import need
from support.stand_in import DIFFICULT, OPEN_A_WINDOW, SAY, STAY, heard, stand_in
from support.user_systemd import possible, user_systemd

from habit_tracker.desktop.autostart import choose
from habit_tracker.desktop.autostart.systemd import SystemdUnit
from habit_tracker.domain.errors import HabitError

UNIT = "systemd user unit ~/.config/systemd/user/habit-tracker.service"
MORE_THAN_SYSTEMD_FORGIVES = 7  # five starts in ten seconds, unless a unit says otherwise
ENTRY = "autostart entry ~/.config/autostart/habit-tracker.desktop"


@pytest.fixture
def systemd(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A user manager for *home*, with nobody at the screen yet."""
    need(possible(), "systemd and a mount namespace of its own")
    runtime = Path(tempfile.mkdtemp(prefix="run-"))  # short: the name of a socket has 107 bytes
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with user_systemd(home, runtime) as bin_folder:
        monkeypatch.setenv("PATH", f"{bin_folder}:{os.environ['PATH']}")
        yield
    shutil.rmtree(runtime)


@pytest.fixture
def command(home: Path) -> list[str]:
    """A stand-in that says that it started and then stays."""
    os.mkfifo(home / "pipe")
    return [str(stand_in(home / DIFFICULT, SAY + STAY)), str(home / "pipe"), "100%h", "$HOME", ""]


def test_the_unit_lives_with_the_session(systemd: None, home: Path, command: list[str]) -> None:
    """Registered in one session, it starts with the next, comes back after each crash, and ends with it."""
    desktop("start")
    choose().register(command, {"HABIT_TRACKER_HOME": DIFFICULT})
    assert (choose().registered(), choose().describe(), choose().running()) == (command, UNIT, False)
    desktop("stop")
    restart_soon(home)
    desktop("start")
    *words, variable, first = heard(home / "pipe")
    assert (words, variable) == (command, DIFFICULT)
    assert choose().start(), "it waits until the start that is under way is over"
    assert choose().running()
    pids = [first]
    for _ in range(MORE_THAN_SYSTEMD_FORGIVES):
        os.kill(int(pids[-1]), signal.SIGSEGV)
        pids.append(heard(home / "pipe")[-1])
    assert len(set(pids)) == len(pids)
    with ending(pids[-1]):
        desktop("stop")
    assert not choose().running()


def test_the_way_follows_the_session(
    systemd: None, home: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unit while a session has started the target; else the desktop entry; never both."""
    autostart, folder = home / ".config/autostart", home / ".config/systemd/user"
    choose().register(command, {})
    assert choose().describe() == ENTRY
    desktop("start")
    choose().register(command, {})
    assert choose().describe() == UNIT
    assert list(autostart.iterdir()) == []
    desktop("stop")
    choose().register(command, {})
    assert choose().describe() == UNIT, "kept, as no screen is seen from here"
    monkeypatch.setenv("DISPLAY", ":0")
    choose().register(command, {})
    assert choose().describe() == ENTRY, "a window manager that does not start the target"
    assert [each.name for each in folder.rglob("*") if not each.is_dir()] == ["desktop.service"]


def test_the_unit_knows_the_screen(
    systemd: None, home: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desktop that tells systemd of none is named; what is started by hand is told of this one."""
    desktop("start")
    monkeypatch.setenv("DISPLAY", ":77")
    autostart = choose()
    autostart.register(command, {"HABIT_TRACKER_HOME": "/a b"})
    assert autostart.environment() == {"HABIT_TRACKER_HOME": "/a b"}
    assert autostart.doubt() == "this desktop tells systemd neither DISPLAY nor WAYLAND_DISPLAY"
    assert autostart.start()
    with ending(heard(home / "pipe")[-1]):
        assert autostart.doubt() is None
        assert autostart.stop()


def test_it_is_started_and_stopped_by_hand(systemd: None, home: Path, command: list[str]) -> None:
    """It starts what was registered last, stops it, and knows nothing of it when it is taken away."""
    desktop("start")
    autostart = choose()
    autostart.register(["/bin/false"], {})
    autostart.register(command, {})
    assert not autostart.stop()
    assert autostart.start()
    with ending(heard(home / "pipe")[-1]):
        assert autostart.running()
        assert autostart.stop()
    assert not autostart.running()
    assert autostart.unregister()
    with pytest.raises(HabitError, match=r"`systemctl --user start .*not found\.$"):
        SystemdUnit().start()


def test_an_open_window_survives_a_stop(systemd: None, home: Path) -> None:
    """What the reminder started goes on: somebody may be writing an answer there."""
    os.mkfifo(home / "pipe")
    program = stand_in(home / "bin", OPEN_A_WINDOW)
    unit = SystemdUnit()
    unit.register([str(program), str(home / "pipe")], {})
    unit.start()
    window, reminder = heard(home / "pipe")
    with ending(reminder):
        assert unit.stop()
    os.kill(int(window), signal.SIGTERM)


def desktop(verb: str) -> None:
    """The person logs in ("start") or out ("stop")."""
    subprocess.run(["systemctl", "--user", verb, "desktop.service"], check=True, timeout=10)


def restart_soon(home: Path) -> None:
    """A test does not wait for 20 seconds."""
    folder = home / ".config/systemd/user/habit-tracker.service.d"
    folder.mkdir()
    (folder / "soon.conf").write_text("[Service]\nRestartSec=50ms\n")
    subprocess.run(["systemctl", "--user", "daemon-reload"], check=True, timeout=10)


class ending:  # noqa: N801  reads as a verb: `with ending(pid):`
    """The process *pid* ends while the body runs, or within 5 seconds after."""

    def __init__(self, pid: str) -> None:
        self._process = os.pidfd_open(int(pid))

    def __enter__(self) -> None:
        assert not self._ended(0), "it ended before"

    def __exit__(self, *error: object) -> None:
        ended = self._ended(5)
        os.close(self._process)
        assert ended

    def _ended(self, seconds: float) -> bool:
        return bool(select.select([self._process], [], [], seconds)[0])
