"""The Run key of the Windows registry. Written from Microsoft's documentation; not yet run on Windows."""

import importlib
import re
import subprocess
from pathlib import Path
from typing import Any

from habit_tracker.desktop.autostart import words
from habit_tracker.desktop.autostart.mechanism import OnlyAtLogin
from habit_tracker.domain.errors import HabitError

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
ACCOUNT = "Environment"


class RunKey(OnlyAtLogin):
    """One value under the Run key. *registry* is the module winreg, or what acts like it."""

    def __init__(self, registry: Any = None, name: str = "habit-tracker") -> None:
        self._name = name
        self._registry = registry or importlib.import_module("winreg")

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        words.check(command, environment)
        for name, value in environment.items():
            self._demand_for_the_account(name, value)
        registry, line = self._registry, subprocess.list2cmdline(windowless(command))
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN) as key:
                registry.SetValueEx(key, self._name, 0, registry.REG_SZ, line)
        except OSError as error:
            raise HabitError(f"Cannot write {self.describe()}: {error.strerror}.") from error

    def unregister(self) -> bool:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, self._name)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise HabitError(f"Cannot remove {self.describe()}: {error.strerror}.") from error
        return True

    def registered(self) -> list[str] | None:
        line = self._value(RUN, self._name)
        return split_command_line(line) if line else None

    def environment(self) -> dict[str, str]:
        found = self._value(ACCOUNT, "HABIT_TRACKER_HOME")
        return {"HABIT_TRACKER_HOME": found} if found else {}

    def describe(self) -> str:
        return rf"registry value HKEY_CURRENT_USER\{RUN}\{self._name}"

    def doubt(self) -> str | None:
        return None

    def _demand_for_the_account(self, name: str, value: str) -> None:
        """A Run value carries no environment, so the variable must be one that each login has anyway."""
        if self._value(ACCOUNT, name) != value:
            raise HabitError(
                f'Windows would not know {name} at login. Set it for your account: setx {name} "{value}"'
            )

    def _value(self, key_name: str, name: str) -> str | None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, key_name) as key:
                return str(registry.QueryValueEx(key, name)[0])
        except OSError:
            return None


def windowless(command: list[str]) -> list[str]:
    """*command* with pythonw.exe in place of a python.exe that has one beside it: no console appears."""
    program = Path(command[0])
    silent = program.with_name("pythonw.exe")
    swap = program.name.lower() == "python.exe" and silent.exists()
    return [str(silent) if swap else command[0], *command[1:]]


def split_command_line(line: str) -> list[str]:
    """The words of *line* by the rules of Microsoft's C runtime; the inverse of subprocess.list2cmdline."""
    found: list[str] = []
    word, quoted = None, False
    for slashes, char in re.findall(r'(\\*)("|[ \t]|[^" \t\\]+|$)', line):
        odd = len(slashes) % 2
        if char == '"':
            word = (word or "") + "\\" * (len(slashes) // 2) + '"' * odd
            quoted ^= not odd
        elif char and (quoted or not char.isspace()):
            word = (word or "") + slashes + char
        elif word is not None or slashes:
            found.append((word or "") + slashes)
            word = None
    return found
