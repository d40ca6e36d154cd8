"""Which toolkits can ask, and what zenity does where no other can."""

from pathlib import Path

import pytest
from support.delivery import TOOLKIT, nudge, replies, window
from support.desktop import Desktop
from support.processes import becomes_true, need
from support.windows import LEFT, outcome

from habit_tracker.desktop.window.choice import toolkits_here


def zenity_alone(screen: Desktop) -> dict[str, str]:
    """The same desktop without another toolkit, in a locale that has few letters."""
    need("zenity")
    return screen.env | {TOOLKIT: "zenity", "LC_ALL": "C"}


@pytest.mark.slow
def test_zenity_asks_where_tkinter_is_missing(screen: Desktop, inbox: Path) -> None:
    """With every letter, whatever the locale."""
    with window(nudge(inbox), zenity_alone(screen)) as child:
        screen.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "zenity", "windowfocus", "--sync")
        screen.type_text("größer 🎉")
        screen.press("Return")
        becomes_true(lambda: "Confidence" in screen.windows(), 1)
        screen.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "zenity", "windowfocus", "--sync")
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "größer 🎉"}
    assert replies(inbox)[0].text == "größer 🎉"


def test_zenity_left_by_escape_is_no_failure(screen: Desktop, inbox: Path) -> None:
    """Its status is the same as for a screen that is not there."""
    with window(nudge(inbox), zenity_alone(screen)) as child:
        screen.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "zenity", "windowfocus", "--sync")
        screen.press("Escape")
        assert outcome(child) == LEFT


def test_without_a_screen_every_toolkit_says_why(nowhere: dict[str, str], inbox: Path) -> None:
    """One clause each, and no traceback."""
    with window(nudge(inbox), nowhere) as child:
        failed = str(outcome(child)["failed"])
    assert {clause.partition(": ")[0] for clause in failed.split("; ")} >= {"gtk", "tkinter", "zenity"}


def test_toolkits_are_looked_at_without_a_window(nowhere: dict[str, str]) -> None:
    """No screen is the first thing to say."""
    assert set(dict(toolkits_here(nowhere)).values()) == {"there is no screen"}
    found = dict(toolkits_here({"WAYLAND_DISPLAY": "wayland-0"}))
    assert found["tkinter"] == "no display of X, and XWayland is off"
