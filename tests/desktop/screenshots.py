"""Pictures of the answer window, to look at: `python tests/desktop/screenshots.py FOLDER`."""

import json
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]  # run as a program of its own

from support.delivery import TOOLKIT, nudge, window  # noqa: E402
from support.desktop import Desktop, screen  # noqa: E402
from support.session_bus import bare_environment  # noqa: E402

USUAL, LARGE = ("700x600", 96), ("1400x1200", 192)
"""The size of a screen and its dots an inch."""
HINT = "Shared my idea in the meeting and they went with it"
LONG = (
    "I finally wrote the migration that I had put off for three weeks, and it went through at the first try. " * 8
)
SCRIPTS = "مرحبا بالعالم\nשלום עולם\n日本語の会議で話した 🎉"
PICTURES: dict[str, dict[str, object]] = {
    "light": {"hint": HINT, "dark": False},
    "dark": {"hint": HINT, "dark": True, "draft": "Shipped it 🎉"},
    "long": {"draft": LONG, "dark": False},
    "scripts": {"draft": SCRIPTS, "dark": False},
    "trouble": {
        "draft": "Fixed the build",
        "dark": False,
        "trouble": "Not saved yet: No space left on device.",
    },
    "draft": {
        "draft": "Said no, kindly",
        "draft_confidence": 4,
        "notice": "Your draft from 17:02 is still here.",
        "dark": True,
    },
    "old-draft-200": {
        "draft": LONG[:200],
        "notice": "Your draft for Sunday 22 November is still here; saved now, it counts for Monday 23 November.",
        "dark": False,
    },
    "scale-200": {"hint": HINT, "dark": True},
}
KEYS = {"light": ["alt+4"], "draft": ["Tab", "Right", "Right", "Right"], "old-draft-200": ["Tab", "Right"]}
TOOLKITS = {"gtk": {"GDK_SCALE": "2"}, "tkinter": {}}
"""Each with the variables that tell it of a scale of 200 %, where the dots of the screen do not."""


def main(folder: Path) -> None:
    """Take them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for toolkit, scale in TOOLKITS.items():
        for name, changes in PICTURES.items():
            large = name.endswith("-200")
            with tempfile.TemporaryDirectory() as home, screen(*(LARGE if large else USUAL)) as display:
                env = {**bare_environment(Path(home)), **display, **(scale if large else {}), TOOLKIT: toolkit}
                with window(nudge(Path(home) / "inbox", **changes), env) as opened:
                    assert json.loads(opened.line()) == {"ready": True}
                    look = Desktop(env)
                    if name in KEYS:
                        look.press(*KEYS[name])
                    look.screenshot(folder / f"{toolkit}-{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
