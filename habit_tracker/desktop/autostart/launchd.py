"""A LaunchAgent for macOS. Written from launchd.plist(5) and launchctl(1); not yet run on a Mac."""

import os
import plistlib
from typing import Any

from habit_tracker.desktop.autostart import files, programs, words
from habit_tracker.domain.errors import HabitError


class LaunchAgent:
    """Owns the process: restarts it after a crash, ends it with the session."""

    def __init__(self, name: str = "habit-tracker") -> None:
        self._label = f"{name}.reminder"
        self.path = files.person() / "Library" / "LaunchAgents" / f"{self._label}.plist"

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        words.check(command, environment)
        files.write(self.path, plistlib.dumps(agent(self._label, command, environment)))

    def unregister(self) -> bool:
        return files.remove(self.path)

    def registered(self) -> list[str] | None:
        found = self._said("ProgramArguments")
        return found if isinstance(found, list) else None

    def environment(self) -> dict[str, str]:
        found = self._said("EnvironmentVariables")
        return found if isinstance(found, dict) else {}

    def _said(self, key: str) -> object:
        """What the property list says under *key*; None where it cannot be read."""
        content = files.read(self.path)
        try:
            return plistlib.loads(content)[key] if content else None
        except (plistlib.InvalidFileException, ValueError, LookupError, TypeError, AttributeError):
            return None

    def describe(self) -> str:
        return f"launch agent {files.shown(self.path)}"

    def doubt(self) -> str | None:
        return None

    def start(self) -> bool:
        """Loading it starts it; what is loaded already may be an older command and is taken out first."""
        self.stop()
        said = programs.answer_of("launchctl", "bootstrap", _session(), str(self.path))
        if said is None or said.returncode:
            raise HabitError(f"launchd did not load {files.shown(self.path)}. The next login will start it.")
        return True

    def stop(self) -> bool:
        said = programs.answer_of("launchctl", "bootout", f"{_session()}/{self._label}")
        return said is not None and said.returncode == 0

    def running(self) -> bool:
        said = programs.answer_of("launchctl", "print", f"{_session()}/{self._label}")
        return said is not None and "state = running" in said.stdout

    def owns(self, pid: int) -> bool:
        said = programs.answer_of("launchctl", "print", f"{_session()}/{self._label}")
        return said is not None and f"pid = {pid}" in map(str.strip, said.stdout.splitlines())


def agent(label: str, command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """The content of the property list."""
    return {
        "Label": label,
        "ProgramArguments": command,
        "EnvironmentVariables": environment,
        "WorkingDirectory": "/",
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 20,
        "LimitLoadToSessionType": "Aqua",
    }


def _session() -> str:
    return f"gui/{os.getuid()}"
