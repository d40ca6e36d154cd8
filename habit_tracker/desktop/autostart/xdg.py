"""A desktop entry in the autostart folder, which nearly every desktop reads at login."""

import os

from habit_tracker.desktop.autostart import files, programs, words
from habit_tracker.desktop.autostart.mechanism import OnlyAtLogin

SWITCHED_OFF = {"Hidden": "true", "X-GNOME-Autostart-enabled": "false"}
STARTS_ENTRIES = {
    *("budgie", "cinnamon", "x-cinnamon", "cosmic", "dde", "deepin", "enlightenment", "gnome", "kde", "lxde"),
    *("lxqt", "mate", "pantheon", "ukui", "unity", "xfce"),
}
"""The desktops, by their names in XDG_CURRENT_DESKTOP, that start autostart entries by themselves."""


class DesktopEntry(OnlyAtLogin):
    """~/.config/autostart/habit-tracker.desktop."""

    def __init__(self, name: str = "habit-tracker") -> None:
        self.path = files.config_folder() / "autostart" / f"{name}.desktop"

    def register(self, command: list[str], environment: dict[str, str]) -> None:
        words.check(command, environment)
        files.write(self.path, render(command, environment).encode())

    def unregister(self) -> bool:
        return files.remove(self.path)

    def registered(self) -> list[str] | None:
        content = files.read(self.path)
        return parse(content.decode(errors="replace")) if content else None

    def environment(self) -> dict[str, str]:
        content = files.read(self.path)
        return environment_of(content.decode(errors="replace")) if content else {}

    def describe(self) -> str:
        return f"autostart entry {files.shown(self.path)}"

    def doubt(self) -> str | None:
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
        if STARTS_ENTRIES & set(desktop.lower().split(":")) or _systemd_starts_entries():
            return None
        return f"{desktop or 'this window manager'} is not known to start autostart entries"


def _systemd_starts_entries() -> bool:
    said = programs.answer_of("systemctl", "--user", "is-active", "xdg-desktop-autostart.target")
    return said is not None and said.stdout.strip() == "active"


def render(command: list[str], environment: dict[str, str]) -> str:
    """The text of the desktop entry."""
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Habit Tracker",
            "Comment=Asks once a day for one thing that made you feel accomplished",
            f"Exec={exec_line(command, environment)}",
            "Path=/",
            "Terminal=false",
            "NoDisplay=true",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        ]
    )


def exec_line(command: list[str], environment: dict[str, str]) -> str:
    """The value of an entry's Exec (Desktop Entry Specification 1.5, "The Exec key")."""
    line = " ".join(words.quote(word, '"`$\\') for word in words.through_env(command, environment))
    return line.replace("%", "%%").replace("\\", "\\\\")


def parse(entry: str) -> list[str] | None:
    """The command that the text of an entry starts; None if it says that it is switched off."""
    pairs = dict(line.split("=", 1) for line in entry.split("\n") if "=" in line)
    if any(pairs.get(key, "").strip().lower() == off for key, off in SWITCHED_OFF.items()):
        return None
    return words.without_env(_words(entry)) or None


def environment_of(entry: str) -> dict[str, str]:
    """The environment that the text of an entry adds."""
    return words.variables(_words(entry))


def _words(entry: str) -> list[str]:
    """The words of the Exec line."""
    pairs = dict(line.split("=", 1) for line in entry.split("\n") if "=" in line)
    return words.split(pairs.get("Exec", "").replace("\\\\", "\\").replace("%%", "%"))
