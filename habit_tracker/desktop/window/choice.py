"""Which toolkits can ask on this system, in the order in which they are tried."""

import os
import sys
from collections.abc import Iterator

Toolkit = tuple[str, str]
"""A name for people, and the module that has its `ask`."""

GTK: Toolkit = ("gtk", "habit_tracker.desktop.window.gtk")
TK: Toolkit = ("tkinter", "habit_tracker.desktop.window.tk")
ZENITY: Toolkit = ("zenity", "habit_tracker.desktop.window.zenity")
OSASCRIPT: Toolkit = ("osascript", "habit_tracker.desktop.window.osascript")
POWERSHELL: Toolkit = ("powershell", "habit_tracker.desktop.window.powershell")


def order_here() -> list[Toolkit]:
    """The toolkits of this system."""
    if sys.platform == "darwin":
        return [TK, OSASCRIPT]
    if sys.platform == "win32":
        return [TK, POWERSHELL]
    windows = [GTK, TK] if os.environ.get("WAYLAND_DISPLAY") else [TK, GTK]
    return [*windows, ZENITY]


def toolkits_here(env: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    """Each toolkit with the reason why it cannot ask, or None; looks, and opens nothing."""
    import shutil

    from habit_tracker.desktop.display import has_screen

    for name, _module in order_here():
        if not has_screen(env):
            yield name, "there is no screen"
        elif name == "gtk":
            from habit_tracker.desktop.window.gtk import trouble

            yield name, trouble(env)
        elif name == "tkinter":
            yield name, _tk_trouble(env)
        else:
            yield name, None if shutil.which(name) else f"the program {name} is not installed"


def _tk_trouble(env: dict[str, str]) -> str | None:
    import importlib.util

    if importlib.util.find_spec("_tkinter") is None:
        return "Python has no tkinter (on Debian and Ubuntu: apt install python3-tk)"
    if sys.platform.startswith("linux") and not env.get("DISPLAY"):
        return "tkinter needs an X display, and this session has none"
    return None
