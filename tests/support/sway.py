"""A Wayland screen that nobody sees: sway, with a mouse and a keyboard."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from support.processes import becomes_true, need, running
from support.wayland import Hands

SIZE = (800, 600)
CONFIG = "output HEADLESS-1 resolution 800x600\nxwayland disable\n"
NOBODY = 65534


class Sway:
    """The screen; `env` is what a program needs to appear on it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = dict(env)
        self._hands = Hands(Path(env["XDG_RUNTIME_DIR"]) / env["WAYLAND_DISPLAY"], SIZE)

    def picture(self, path: Path) -> None:
        """A picture of the screen."""
        self.run("grim", str(path))

    def move(self, x: int, y: int) -> None:
        """Move the mouse."""
        self._hands.move(x, y)

    def click(self, x: int, y: int, button: str) -> None:
        """Click there."""
        self.move(x, y)
        self._hands.click(button)

    def answer(self, text: str) -> None:
        """Wait until the answer window has the keyboard, type a text into it, and Return."""
        assert becomes_true(lambda: "accomplished" in self.focused(), 10)
        self._hands.press(*text, "Return")

    def press(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard."""
        self._hands.press(*keys)

    def run(self, *words: str) -> str:
        """What a program prints on this screen."""
        return subprocess.run(words, env=self.env, check=True, capture_output=True, timeout=20).stdout.decode()

    def close(self) -> None:
        """Take mouse and keyboard away."""
        self._hands.close()

    def focused(self) -> str:
        """The name of the window that has the keyboard."""
        nodes = [json.loads(self.run("swaymsg", "--type", "get_tree"))]
        while nodes:
            node = nodes.pop()
            if node["focused"]:
                return str(node["name"])
            nodes += node["nodes"] + node["floating_nodes"]
        return ""


@contextmanager
def sway(bus: Mapping[str, str]) -> Iterator[Sway]:
    """A screen of the session with that bus."""
    need("sway", "swaymsg", "grim")
    with tempfile.TemporaryDirectory() as name:
        runtime = Path(name)
        (runtime / "config").write_text(CONFIG)
        (runtime / "config").chmod(0o644)
        env = {**bus, "XDG_RUNTIME_DIR": name, "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman"}
        env["WLR_LIBINPUT_NO_DEVICES"] = "1"
        words = ["sway", "--config", str(runtime / "config")]
        if os.getuid() == 0:  # as which it refuses to run
            need("setpriv")
            os.chown(runtime, NOBODY, NOBODY)
            words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *words]
        with running(words, env):
            assert becomes_true(lambda: [*runtime.glob("wayland-?"), *runtime.glob("sway-ipc*")][1:], 15)
            (display,), (control,) = runtime.glob("wayland-?"), runtime.glob("sway-ipc*")
            named = {"WAYLAND_DISPLAY": display.name, "SWAYSOCK": str(control)}
            with closing(Sway({**bus, "XDG_RUNTIME_DIR": name, **named})) as found:
                yield found
