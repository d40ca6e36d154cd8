"""A systemd user unit that comes and goes with the graphical session."""

import os

from habit_tracker.desktop.autostart import files, programs, words
from habit_tracker.desktop.autostart.unit import SESSION, parse, parse_environment, render
from habit_tracker.domain.errors import HabitError

SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY")
"""What a window needs to know of the session."""
GONE = {"inactive", "failed", "unknown", ""}


class SystemdUnit:
    """Owns the process: restarts it after a crash, ends it with the session."""

    def __init__(self, name: str = "habit-tracker") -> None:
        self._unit = f"{name}.service"
        self.path = files.config_folder() / "systemd" / "user" / self._unit
        self._link = self.path.parent / f"{SESSION}.wants" / self._unit

    def reachable(self) -> bool:
        """Whether the user's systemd answers, and reads units from the folder that we write to."""
        said = programs.answer_of("systemctl", "--user", "show", "--property=UnitPath", "--value")
        return said is not None and str(self.path.parent) in said.stdout

    def session_active(self) -> bool:
        """Whether the desktop that runs now started systemd's target for graphical sessions."""
        return _state(SESSION) == "active"

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        words.check(command, environment)
        files.write(self.path, render(command, environment).encode())
        _demand("enable", self._unit)  # makes systemd read the unit anew, too

    def unregister(self) -> bool:
        # By hand and not with `disable`: this must also work from where no user manager can be reached.
        found = [files.remove(self._link), files.remove(self.path)]
        if any(found):
            programs.answer_of("systemctl", "--user", "daemon-reload")
        return any(found)

    def registered(self) -> list[str] | None:
        content = files.read(self.path) if self._link.is_symlink() else None
        return parse(content.decode(errors="replace")) if content else None

    def environment(self) -> dict[str, str]:
        content = files.read(self.path)
        return parse_environment(content.decode(errors="replace")) if content else {}

    def describe(self) -> str:
        return f"systemd user unit {files.shown(self.path)}"

    def doubt(self) -> str | None:
        if not self.session_active():
            return f"this desktop has not started systemd's {SESSION}"
        known = _session_names()
        if {"DISPLAY", "WAYLAND_DISPLAY"}.isdisjoint(known):
            return "this desktop tells systemd neither DISPLAY nor WAYLAND_DISPLAY"
        return None

    def start(self) -> bool:
        lacking = [name for name in SCREEN if os.environ.get(name) and name not in _session_names()]
        if lacking:
            _demand("import-environment", *lacking)
        _demand("start", self._unit)
        return True

    def stop(self) -> bool:
        if _state(self._unit) in GONE:
            return False
        _demand("stop", self._unit)
        return True

    def running(self) -> bool:
        return _state(self._unit) == "active"

    def owns(self, pid: int) -> bool:
        said = programs.answer_of("systemctl", "--user", "show", "--property=MainPID", "--value", self._unit)
        return said is not None and said.stdout.strip() == str(pid)


def _session_names() -> set[str]:
    """The names of the variables that programs get which systemd starts."""
    said = programs.answer_of("systemctl", "--user", "show-environment")
    return {line.partition("=")[0] for line in said.stdout.splitlines()} if said else set()


def _state(unit: str) -> str:
    said = programs.answer_of("systemctl", "--user", "is-active", unit)
    return said.stdout.strip() if said else ""


def _demand(*request: str) -> None:
    said = programs.answer_of("systemctl", "--user", *request)
    if said is None:
        raise HabitError(f"systemd did not answer to `systemctl --user {' '.join(request)}`.")
    if said.returncode:
        last = said.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
        raise HabitError(f"`systemctl --user {' '.join(request)}` failed: {last[0].rstrip('.')}.")
