"""A real desktop on a screen that nobody sees: session bus, notification server, keyboard, mouse."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from support.processes import becomes_true, first_line, need, running
from support.session_bus import session_bus

DUNST = """[global]
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
    markup = full
    geometry = "320x5-10+10"
    dmenu = {menu}
[ours]
    desktop_entry = habit-tracker
    set_category = known by its menu entry
"""
"""Its history tells the category of a notification, and not the entry."""
MENU = """#!/bin/sh
exec grep -m 1 -f {wanted}
"""
"""Chooses, from the buttons that it is given, the one that the test wants."""


class Desktop:
    """The desktop; `env` is the environment of whoever runs on it."""

    def __init__(self, env: dict[str, str]) -> None:
        self.env = env
        self._old = 0
        self._wanted = Path(env["HOME"]) / "wanted"

    def run(self, *words: str) -> str:
        """What a program prints on this desktop."""
        return subprocess.run(words, env=self.env, check=True, capture_output=True, timeout=20).stdout.decode()

    def history(self) -> list[dict[str, str]]:
        """What was shown since `close_all` and has left, newest first: its summary, body and more."""
        found = json.loads(self.run("dunstctl", "history"))["data"][0]
        return [
            {name: str(value["data"]) for name, value in one.items()}
            for one in found
            if one["id"]["data"] > self._old
        ]

    def count(self) -> int:
        """How many notifications are on the screen."""
        return int(self.run("dunstctl", "count", "displayed"))

    def windows(self) -> str:
        """The names of all windows; listed anew where one has gone meanwhile."""
        for _ in range(5):
            with suppress(subprocess.CalledProcessError):
                return self.run("xwininfo", "-root", "-tree")
        return self.run("xwininfo", "-root", "-tree")

    def click(self) -> None:
        """Click on the notification with the mouse, until dunst, whose window is there first, hears it."""

        def taken() -> bool:
            window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "Dunst").split()[0]
            self.run("xdotool", "mousemove", "--window", window, "40", "20", "click", "1")
            return becomes_true(lambda: self.count() == 0, 0.5)

        assert becomes_true(taken)

    def choose(self, button: str) -> None:
        """Choose one of the buttons of the notification that is on the screen."""
        self._wanted.write_text(f"#{button}")
        self.run("dunstctl", "context")

    def focus(self, window_class: str) -> None:
        """Wait for a window and give it the keyboard, as a window manager would."""
        words = ["search", "--sync", "--onlyvisible", "--class", window_class, "windowfocus", "--sync"]
        self.run("xdotool", *words)

    def type_text(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self.run("xdotool", "type", "--delay", "60", text)

    def press(self, *keys: str) -> None:
        """Press keys, by the names that X has for them."""
        self.run("xdotool", "key", "--delay", "20", *keys)

    def screenshot(self, path: Path) -> None:
        """A picture of the whole screen, once it has come to rest."""

        def taken() -> bytes:
            self.run("import", "-window", "root", str(path))
            return path.read_bytes()

        assert becomes_true(lambda: taken() == taken())

    def close_all(self) -> None:
        """An empty screen, an empty history, and a server that shows what it gets."""
        self.run("dunstctl", "set-paused", "false")
        self.run("dunstctl", "close-all")
        assert becomes_true(lambda: self.count() == 0)
        self._old = max((int(one["id"]) for one in self.history()), default=self._old)
        self.run("xdotool", "mousemove", "5", "700")


@contextmanager
def screen(size: str = "1280x800", dpi: int = 96) -> Iterator[Mapping[str, str]]:
    """An X screen, as the environment of whoever shall draw on it."""
    need("Xvfb")
    words = [
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        f"{size}x24",
        "-dpi",
        str(dpi),
        "-noreset",
        "-nolisten",
        "tcp",
    ]
    with running(words) as server:
        yield {"DISPLAY": f":{first_line(server)}"}


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """A desktop with dunst on it; *folder* is the home of its person."""
    need("dunst", "dunstctl", "xdotool", "gdbus", "import", "xwininfo")
    config = folder / "dunstrc"
    menu = folder / "menu"
    menu.write_text(MENU.format(wanted=folder / "wanted"))
    menu.chmod(0o700)
    config.write_text(DUNST.format(menu=menu))
    with screen() as display, session_bus(folder) as bus:
        env = {**bus, **display}
        with running(["dunst", "-conf", str(config)], env):
            found = Desktop(env)
            found.run("gdbus", "wait", "--session", "--timeout", "10", "org.freedesktop.Notifications")
            yield found
