"""The programs that ask where Python has no window of its own, on X and on Wayland, by their keys."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from support.delivery import Child, nudge, replies, window
from support.desktop import Desktop
from support.processes import becomes_true, need, running
from support.sway import Sway, sway

from habit_tracker.desktop import drafts

pytestmark = pytest.mark.slow

TEXT = "nein und ja"
NEXT = ""
"""Stands for the moment at which the second step has the keyboard."""
KEYS: dict[str, dict[str, list[str]]] = {
    "zenity": {
        "answer": ["Return", NEXT, *["Right"] * 4, "Return"],
        "later": ["Return", NEXT, *["Tab"] * 3, "Return"],
        "skip": ["Return", NEXT, *["Tab"] * 4, "Return"],
        "left": ["Return", NEXT, "Escape"],
    },
    "yad": {
        "answer": ["alt+f", *["Down"] * 4, "alt+s"],
        "later": ["alt+l"],
        "skip": ["alt+n"],
        "left": ["Escape"],
    },
    "kdialog": {
        "answer": ["Return", NEXT, *["Down"] * 4, "Return"],
        "later": ["Return", NEXT, *["Down"] * 6, "Return"],
        "skip": ["Return", NEXT, *["Down"] * 7, "Return"],
        "left": ["Return", NEXT, "Escape"],
    },
}
CASES = [(name, end) for name, ends in KEYS.items() for end in ends]
SLOW = pytest.mark.slow


class Person(NamedTuple):
    """Somebody before a screen: *windows* says which dialog has the keyboard, by the number of its process."""

    env: dict[str, str]
    has_keyboard: Callable[[], str]
    press: Callable[..., object]
    write: Callable[[str], object]


@pytest.fixture(scope="module", autouse=True)
def window_manager(whole_desktop: Desktop) -> Iterator[None]:
    """Who gives the keyboard to a window that opens."""
    need("openbox")
    with running(["openbox"], whole_desktop.env):
        yield


def on_x(screen: Desktop) -> Person:
    """Before a screen of X."""

    def has_keyboard() -> str:
        with suppress(subprocess.CalledProcessError):
            name, found = screen.run("xdotool", "getwindowfocus", "getwindowname", "getwindowpid").split("\n")[:2]
            return found if "accomplished" in name else ""
        return ""

    return Person(screen.env, has_keyboard, screen.press, screen.type_text)


def on_wayland(screen: Sway) -> Person:
    """Before a screen of Wayland without X."""

    def has_keyboard() -> str:
        tree = json.loads(screen.run("swaymsg", "--type", "get_tree"))
        nodes = [tree]
        while nodes:
            node = nodes.pop()
            if node["focused"] and "accomplished" in str(node["name"]):
                return str(node["pid"])
            nodes += node["nodes"] + node["floating_nodes"]
        return ""

    return Person(screen.env, has_keyboard, screen.press, lambda text: screen.press(*text))


@contextmanager
def asked(name: str, person: Person, inbox: Path, **changes: object) -> Iterator[Child]:
    """A dialog of that program which has the keyboard, for somebody whose locale has no letters but ASCII."""
    need(name)
    env = person.env | {"LC_ALL": "C", "NO_AT_BRIDGE": "1"}
    with window(nudge(inbox, window=name, **changes), env) as child:
        assert becomes_true(person.has_keyboard, 15)
        yield child


def go_through(person: Person, keys: list[str]) -> None:
    """Press the keys, each step's once that has the keyboard."""
    first = person.has_keyboard()
    for key in keys:
        if key == NEXT:
            assert becomes_true(lambda: person.has_keyboard() not in {"", first}, 15)
        else:
            person.press(key)


def check(name: str, end: str, person: Person, inbox: Path) -> None:
    """Write a text, end in that way, and see that it is stored or kept."""
    with asked(name, person, inbox) as child:
        person.write(TEXT)
        go_through(person, KEYS[name][end])
        found = json.loads(child.line(15))
    answered = {"choice": "answer", "text": TEXT, "confidence": 4}
    assert found == (answered if end == "answer" else {"choice": None if end == "left" else end})
    assert [reply.choice for reply in replies(inbox)] == ([] if end == "left" else [end])
    assert [one.text for one in drafts.waiting(inbox).values()] == ([] if end == "answer" else [TEXT])


@pytest.mark.parametrize(
    ("name", "end"), [pytest.param(*case, marks=() if case[1] == "answer" else SLOW) for case in CASES]
)
def test_on_x(name: str, end: str, screen: Desktop, inbox: Path) -> None:
    """It opens with the keyboard, takes text and confidence, and each way to end it does what it says."""
    check(name, end, on_x(screen), inbox)


@pytest.fixture(scope="module")
def wayland(whole_bus: dict[str, str]) -> Iterator[Sway]:
    """A screen of Wayland without X."""
    with sway(whole_bus) as found:
        yield found


@SLOW
@pytest.mark.parametrize(("name", "end"), [case for case in CASES if case[0] != "kdialog"])
def test_on_wayland_without_x(name: str, end: str, wayland: Sway, inbox: Path) -> None:
    """The same, in front and with the keyboard."""
    check(name, end, on_wayland(wayland), inbox)


ODD = '-q "_a_" \\n <b>&amp; größer 🎉 日本\nsecond\tline'


@SLOW
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("zenity", ["ctrl+Tab", "Tab", "Return", NEXT, "Return"]),
        ("yad", ["alt+s"]),
        ("kdialog", ["Return", NEXT, "Return"]),
    ],
)
def test_a_draft_comes_back_as_it_was(name: str, keys: list[str], screen: Desktop, inbox: Path) -> None:
    """Every letter and every line, in each program, and never as an argument of one."""
    with asked(name, on_x(screen), inbox, draft=ODD) as child:
        assert "größer 🎉" not in screen.run("ps", "-eo", "args")
        go_through(on_x(screen), keys)
        assert json.loads(child.line(15))["text"] == ODD
