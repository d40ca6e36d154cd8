"""Which toolkits can ask on this system, in the order in which they are tried."""

import os
import sys
from collections.abc import Iterator, Mapping

from habit_tracker.domain.nudges.delivery import AUTO

Toolkit = tuple[str, str]
"""A name for people, and the module that has its `ask`."""

GTK: Toolkit = ("gtk", "habit_tracker.desktop.window.gtk")
TK: Toolkit = ("tkinter", "habit_tracker.desktop.window.tk")
ZENITY: Toolkit = ("zenity", "habit_tracker.desktop.window.zenity")
YAD: Toolkit = ("yad", "habit_tracker.desktop.window.yad")
KDIALOG: Toolkit = ("kdialog", "habit_tracker.desktop.window.kdialog")
OSASCRIPT: Toolkit = ("osascript", "habit_tracker.desktop.window.osascript")
POWERSHELL: Toolkit = ("powershell", "habit_tracker.desktop.window.powershell")

BY_SETTING = {"gtk": GTK, "tk": TK, "zenity": ZENITY, "yad": YAD, "kdialog": KDIALOG}
SIMPLE = frozenset({"zenity", "yad", "kdialog"})
"""Those that make a window of what a dialog can show."""
_TWO_STEPS = "it asks for the text and then for the rest; what you write is lost if you leave its first step"
LIMITS = {
    "tkinter": "it neither joins Arabic letters nor runs from right to left, and no screen reader hears it",
    "zenity": _TWO_STEPS,
    "yad": "what you write is lost when you close it by its frame, and not with Escape",
    "kdialog": _TWO_STEPS,
}
"""What a person cannot have from a toolkit that does open."""


def order_here(wanted: str = AUTO, env: Mapping[str, str] = os.environ) -> list[Toolkit]:
    """The toolkits of this system; the one that is *wanted* comes first."""
    usual = _usual_order(env)
    first = BY_SETTING.get(wanted)
    return usual if first is None else [first, *(one for one in usual if one != first)]


def _usual_order(env: Mapping[str, str]) -> list[Toolkit]:
    if sys.platform == "darwin":
        return [TK, OSASCRIPT]
    if sys.platform == "win32":
        return [TK, POWERSHELL]
    windows = [GTK, TK] if env.get("WAYLAND_DISPLAY") else [TK, GTK]
    kde = "KDE" in env.get("XDG_CURRENT_DESKTOP", "").split(":")
    return windows + ([KDIALOG, ZENITY, YAD] if kde else [ZENITY, YAD, KDIALOG])


def toolkits_here(env: Mapping[str, str], wanted: str = AUTO) -> Iterator[tuple[str, str | None]]:
    """Each toolkit with the reason why it cannot ask, or None; looks, and opens nothing."""
    from habit_tracker.desktop.display import has_screen

    for toolkit in order_here(wanted, env):
        yield toolkit[0], _trouble(toolkit, env) if has_screen(env) else "there is no screen"


def _trouble(toolkit: Toolkit, env: Mapping[str, str]) -> str | None:
    import shutil
    from importlib import import_module

    name, module = toolkit
    if toolkit == TK:
        return _tk_trouble(env)
    if toolkit == GTK:
        try:
            found: str | None = import_module(module).trouble(env)
        except ImportError as error:
            return str(error)
        return found
    if shutil.which(name) is None:
        return f"the program {name} is not installed"
    if not sys.platform.startswith("linux"):
        return None
    from habit_tracker.desktop.display_server import trouble

    return trouble(env)


def _tk_trouble(env: Mapping[str, str]) -> str | None:
    import importlib.util

    if importlib.util.find_spec("_tkinter") is None:
        return "Python has no tkinter (on Debian and Ubuntu: apt install python3-tk)"
    if not sys.platform.startswith("linux"):
        return None
    from habit_tracker.desktop.display_server import x_trouble

    return x_trouble(env) or _refusal(env)


def _refusal(env: Mapping[str, str]) -> str | None:
    """What tkinter says when it looks for its display: it may be another person's."""
    import subprocess

    words = [sys.executable, "-P", "-c", "import tkinter; tkinter.Tk().destroy()"]
    try:
        done = subprocess.run(words, env=dict(env), capture_output=True, timeout=10, check=False, cwd=os.sep)
    except subprocess.TimeoutExpired:
        return f"the display {env.get('DISPLAY')} does not answer"
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[-1].removeprefix("_tkinter.TclError: ") if done.returncode and said else None
