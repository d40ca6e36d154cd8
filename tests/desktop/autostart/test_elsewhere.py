"""macOS and Windows, as far as they can be seen from here."""

import plistlib
import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stand_in import DIFFICULT

from habit_tracker.desktop.autostart.launchd import LaunchAgent
from habit_tracker.desktop.autostart.windows import ACCOUNT, RUN, RunKey, split_command_line
from habit_tracker.domain.errors import HabitError

COMMAND = [f"/Users/{DIFFICULT}/python", "-m", "habit_tracker", "%s"]


class FakeRegistry:
    """What winreg does, on a dict."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}
        self.locked = False

    def CreateKey(self, _root: str, key: str) -> nullcontext[str]:  # noqa: N802  winreg's name
        if self.locked:
            raise PermissionError(13, "Access is denied")
        return nullcontext(key)

    def OpenKey(self, _root: str, key: str, *_access: int) -> nullcontext[str]:  # noqa: N802
        return self.CreateKey(self.HKEY_CURRENT_USER, key)

    def SetValueEx(self, key: str, name: str, _reserved: int, _kind: int, value: str) -> None:  # noqa: N802
        self.values[key, name] = value

    def QueryValueEx(self, key: str, name: str) -> tuple[str, int]:  # noqa: N802
        return self._found(key, name), self.REG_SZ

    def DeleteValue(self, key: str, name: str) -> None:  # noqa: N802
        del self.values[key, self._found(key, name) and name]

    def _found(self, key: str, name: str) -> str:
        if (key, name) not in self.values:
            raise FileNotFoundError(2, name)
        return self.values[key, name]


def test_the_run_key_holds_the_command(tmp_path: Path) -> None:
    """Written, read back, written again, taken away."""
    autostart = RunKey(FakeRegistry())
    assert autostart.registered() is None
    autostart.register(["/old"], {})
    autostart.register([r"C:\Users\Ann B\python.exe", "-m", "habit_tracker"], {})
    assert autostart.registered() == [r"C:\Users\Ann B\python.exe", "-m", "habit_tracker"]
    assert autostart.unregister()
    assert not autostart.unregister()
    assert (autostart.start(), autostart.running()) == (False, False)


def test_no_console_window_appears(tmp_path: Path) -> None:
    """The Python without a console is taken where there is one."""
    autostart = RunKey(FakeRegistry())
    autostart.register([str(tmp_path / "python.exe"), "-m", "habit_tracker"], {})
    assert autostart.registered() == [str(tmp_path / "python.exe"), "-m", "habit_tracker"]
    (tmp_path / "pythonw.exe").touch()
    autostart.register([str(tmp_path / "python.exe"), "-m", "habit_tracker"], {})
    assert autostart.registered() == [str(tmp_path / "pythonw.exe"), "-m", "habit_tracker"]


def test_a_variable_must_be_the_accounts_own() -> None:
    """A Run value carries no environment; the refusal names the remedy."""
    registry = FakeRegistry()
    with pytest.raises(HabitError, match='setx HABIT_TRACKER_HOME "D:/wins"'):
        RunKey(registry).register(COMMAND, {"HABIT_TRACKER_HOME": "D:/wins"})
    registry.values[ACCOUNT, "HABIT_TRACKER_HOME"] = "D:/wins"
    RunKey(registry).register(COMMAND, {"HABIT_TRACKER_HOME": "D:/wins"})
    assert (RUN, "habit-tracker") in registry.values


def test_a_registry_that_refuses_is_said() -> None:
    """One sentence with the name of the value."""
    registry = FakeRegistry()
    registry.locked = True
    with pytest.raises(HabitError, match=r"Cannot write registry value HKEY_CURRENT_USER.*Access is denied\.$"):
        RunKey(registry).register(COMMAND, {})
    with pytest.raises(HabitError, match="Cannot remove"):
        RunKey(registry).unregister()


@given(st.lists(st.text(st.sampled_from('ab \t"\\%é')), min_size=1))
def test_a_command_line_is_split_as_it_was_joined(command: list[str]) -> None:
    """The standard library joins by Microsoft's rules; ours is the way back."""
    assert split_command_line(subprocess.list2cmdline(command)) == command


def test_the_launch_agent_holds_the_command(home: Path) -> None:
    """plistlib reads every word and variable back; only a crash starts it again."""
    LaunchAgent().register(COMMAND, {"HABIT_TRACKER_HOME": DIFFICULT})
    assert LaunchAgent().describe() == "launch agent ~/Library/LaunchAgents/habit-tracker.reminder.plist"
    found = plistlib.loads(LaunchAgent().path.read_bytes())
    assert found["EnvironmentVariables"] == {"HABIT_TRACKER_HOME": DIFFICULT}
    assert found["KeepAlive"] == {"SuccessfulExit": False}
    assert LaunchAgent().registered() == found["ProgramArguments"] == COMMAND
    assert LaunchAgent().unregister()
    assert not LaunchAgent().unregister()
    assert LaunchAgent().registered() is None


def test_a_broken_property_list_registers_nothing(home: Path) -> None:
    """launchd would not read it either."""
    LaunchAgent().register(COMMAND, {})
    for content in (b"nonsense", b"", plistlib.dumps({}), plistlib.dumps([])):
        LaunchAgent().path.write_bytes(content)
        assert LaunchAgent().registered() is None


def test_launchd_is_asked_for_this_session(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting takes the older agent out and loads the new one; a stand-in notes what it was asked."""
    launchctl = tmp_path / "bin" / "launchctl"
    launchctl.parent.mkdir()
    launchctl.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/asked"\necho "state = running"\n')
    launchctl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{launchctl.parent}:/usr/bin:/bin")
    assert (LaunchAgent().start(), LaunchAgent().running(), LaunchAgent().stop()) == (True, True, True)
    assert (tmp_path / "asked").read_text().split() == ["bootout", "bootstrap", "print", "bootout"]


def test_no_launchctl_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nothing is started now, and nothing else fails."""
    monkeypatch.setenv("PATH", str(home))
    assert not LaunchAgent().running()
    with pytest.raises(HabitError, match="The next login will start it"):
        LaunchAgent().start()
