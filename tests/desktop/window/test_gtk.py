"""The GTK window on a screen with a window manager: what it has that tkinter's has not."""

import json
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
import support.desktop
from support.delivery import TOOLKIT, Child, nudge, replies
from support.desktop import Desktop
from support.fake_server import fake_server
from support.processes import becomes_true, need, running
from support.session_bus import session_bus
from support.windows import opened, outcome

from habit_tracker.desktop.window.dark_mode import PORTAL
from habit_tracker.desktop.window.gtk_messages import News, question
from habit_tracker.desktop.window.gtk_process import GtkProcess
from habit_tracker.desktop.window.gtk_python import pythons_with_gtk

pytestmark = pytest.mark.slow

SCRIPTS = "مرحبا بالعالم שלום 日本語 größer 🎉"
A11Y_BUS = "/usr/libexec/at-spi-bus-launcher"
USUAL_PYTHON = "/usr/bin/python3"
TREE = Path(support.desktop.__file__).with_name("accessible_tree.py")


@pytest.fixture(scope="module")
def managed(whole_desktop: Desktop) -> Iterator[Desktop]:
    """A desktop with a window manager, and GTK as its only toolkit."""
    need("openbox", "xprop", "xterm")
    env = whole_desktop.env | {TOOLKIT: "gtk"}
    with running(["openbox"], env):
        found = Desktop(env)
        assert becomes_true(lambda: "_NET_SUPPORTING_WM_CHECK(WINDOW)" in found.run("xprop", "-root"))
        yield found


@pytest.fixture
def screen(managed: Desktop) -> Desktop:
    """That desktop with nothing on it."""
    managed.close_all()
    return managed


def gtk_process(child: Child) -> psutil.Process:
    """The process that has the window."""
    (found,) = psutil.Process(child.process.pid).children()
    return found


def active_window(screen: Desktop) -> str:
    """The name of the window that has the keyboard, if one has it just now."""
    with suppress(subprocess.CalledProcessError):
        return screen.run("xdotool", "getactivewindow", "getwindowname").strip()
    return ""


def shown(screen: Desktop) -> str:
    """The number of the window, once it is on the screen."""
    return screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished").split()[0]


def size(screen: Desktop) -> tuple[int, int]:
    """How wide and how high the window is, in pixels."""
    found = dict(re.findall(r"(\w+)=(\d+)", screen.run("xdotool", "getwindowgeometry", "--shell", shown(screen))))
    return int(found["WIDTH"]), int(found["HEIGHT"])


def test_it_belongs_to_the_desktop_entry(screen: Desktop, inbox: Path) -> None:
    """By its class the desktop finds the icon and the name."""
    with opened(screen, inbox):
        assert '"habit-tracker"' in screen.run("xprop", "-id", shown(screen), "WM_CLASS")


def test_every_script_comes_back_as_it_was(screen: Desktop, inbox: Path) -> None:
    """Typed or begun elsewhere."""
    with opened(screen, inbox, draft=SCRIPTS) as child:
        screen.type_text(" ok é")
        screen.press("Return")
        assert outcome(child)["text"] == f"{SCRIPTS} ok é"


def test_return_belongs_to_the_input_method_first(screen: Desktop, inbox: Path) -> None:
    """What it composes is chosen with Return, and is not saved by it."""
    with opened(screen, inbox) as child:
        screen.press("ctrl+shift+u", "2", "6", "0", "3", "Return", "a", "Return")
        assert outcome(child)["text"] == "☃a"


def test_return_on_a_step_saves(screen: Desktop, inbox: Path) -> None:
    """As it does in the text; on a button it presses the button."""
    with opened(screen, inbox, draft="x") as child:
        screen.press("Tab", "Tab", "space", "Return")
        assert outcome(child) == {"choice": "answer", "text": "x", "confidence": 2}
    with opened(screen, inbox, draft="x") as child:
        screen.press("shift+Tab", "shift+Tab", "Return")
        assert outcome(child) == {"choice": "later"}


def test_alt_and_a_digit_leave_the_keyboard_in_the_text(screen: Desktop, inbox: Path) -> None:
    """Writing goes on."""
    with opened(screen, inbox) as child:
        screen.press("a", "alt+2", "b", "alt+s")
        assert outcome(child) == {"choice": "answer", "text": "ab", "confidence": 2}


def test_a_draft_has_its_step_again(screen: Desktop, inbox: Path) -> None:
    """As it was left."""
    with opened(screen, inbox, draft="x", draft_confidence=4) as child:
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": "x", "confidence": 4}


def test_undo_does_not_take_the_draft_away(screen: Desktop, inbox: Path) -> None:
    """Only what was typed since."""
    with opened(screen, inbox, draft="begun") as child:
        screen.press("ctrl+a", "x", "ctrl+z", "ctrl+z", "ctrl+z", "Return")
        assert outcome(child)["text"] == "begun"


def test_what_is_typed_is_told_soon(screen: Desktop, inbox: Path) -> None:
    """So that it is kept whatever happens to the window."""
    with GtkProcess(next(pythons_with_gtk(screen.env)), screen.env) as process:
        process.tell(question(nudge(inbox, draft="It is ")))
        assert [process.news(10).news for _ in range(2)] == ["opened", "ready"]
        screen.press("o", "k", "alt+2")
        assert becomes_true(lambda: process.news(5) == News("typed", text="It is ok", confidence=2))
        process.tell({"order": "close"})


def test_sigusr1_brings_it_to_the_front(screen: Desktop, inbox: Path) -> None:
    """With the keyboard in the text, whatever has it."""
    with opened(screen, inbox) as child:
        screen.press("a")
        with running(["xterm", "-T", "in the way"], screen.env):
            assert becomes_true(lambda: active_window(screen) == "in the way")
            child.process.send_signal(signal.SIGUSR1)
            assert becomes_true(lambda: "accomplished" in active_window(screen))
            screen.press("b", "Return")
            assert outcome(child)["text"] == "ab"


def test_a_text_is_nowhere_but_in_the_window(screen: Desktop, inbox: Path) -> None:
    """No argument and no variable, which other programs can read, holds it."""
    with opened(screen, inbox, draft="a secret", hint="a win") as child:
        process = gtk_process(child)
        seen = " ".join([*process.cmdline(), *process.environ().values()])
        assert "secret" not in seen
        assert "a win" not in seen
        screen.press("Return")
        outcome(child)


def test_a_text_outlives_the_session_bus(screen: Desktop, inbox: Path, tmp_path: Path) -> None:
    """Which may be started anew while somebody writes."""
    with ExitStack() as stack:
        with session_bus(tmp_path) as bus:
            env = screen.env | {"DBUS_SESSION_BUS_ADDRESS": bus["DBUS_SESSION_BUS_ADDRESS"]}
            child = stack.enter_context(opened(Desktop(env), inbox, draft="words"))
        screen.press("a", "Return")
        assert outcome(child)["text"] == "wordsa"
    assert len(replies(inbox)) == 1


@pytest.mark.slow
def test_without_who_keeps_it_an_empty_window_closes(screen: Desktop, inbox: Path) -> None:
    """Nothing could come of it."""
    with opened(screen, inbox) as child:
        process = gtk_process(child)
        child.process.kill()
        process.wait(5)


@pytest.mark.slow
def test_without_who_keeps_it_a_text_stays_to_be_copied(screen: Desktop, inbox: Path) -> None:
    """It says what has happened; Return can save nothing, and Esc closes it."""
    with opened(screen, inbox, draft="words") as child:
        process, asked = gtk_process(child), size(screen)
        child.process.kill()
        assert becomes_true(lambda: size(screen) != asked), "it does not say what has happened"
        screen.press("Return", "Escape")
        process.wait(5)
    assert replies(inbox) == []


def test_when_the_window_dies_another_toolkit_asks(screen: Desktop, inbox: Path) -> None:
    """Nobody has to click again."""
    with opened(Desktop(screen.env | {TOOLKIT: "gtk tkinter"}), inbox) as child:
        gtk_process(child).kill()
        assert json.loads(child.line()) == {"ready": True}
        screen.press("o", "k", "Return")
        assert outcome(child) == {"choice": "answer", "text": "ok"}


def test_it_is_as_large_as_the_desktop_wants(screen: Desktop, inbox: Path) -> None:
    """Twice as large where the screen is scaled to that."""
    with opened(screen, inbox):
        width, _height = size(screen)
    with opened(Desktop(screen.env | {"GDK_SCALE": "2"}), inbox):
        assert size(screen)[0] == 2 * width


def is_dark(screen: Desktop, folder: Path) -> bool:
    """Whether the window is more dark than light."""
    picture = folder / "window.png"
    screen.run("import", "-window", shown(screen), str(picture))
    return (
        float(screen.run("convert", str(picture), "-resize", "1x1!", "-format", "%[fx:lightness]", "info:")) < 0.5
    )


@pytest.mark.parametrize(("scheme", "dark"), [(1, True), (2, False)])
def test_it_is_as_dark_as_the_portal_says(
    screen: Desktop, inbox: Path, tmp_path: Path, scheme: int, *, dark: bool
) -> None:
    """As it opens, and when that changes."""
    answers = {"Read": ("v", (("v", ("u", scheme)),))}
    with fake_server(screen.env, owns=PORTAL, answers=answers) as portal, opened(screen, inbox):
        assert is_dark(screen, tmp_path) is dark
        changed = ("org.freedesktop.appearance", "color-scheme", ("u", 3 - scheme))
        place = {"path": "/org/freedesktop/portal/desktop", "interface": "org.freedesktop.portal.Settings"}
        portal.emit("SettingChanged", "ssv", *changed, **place)
        assert becomes_true(lambda: is_dark(screen, tmp_path) is not dark)


@pytest.fixture
def tree(screen: Desktop, inbox: Path) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """What a screen reader finds on the desktop."""
    need(A11Y_BUS)
    with running([A11Y_BUS, "--launch-immediately"], screen.env):
        screen.run("gdbus", "wait", "--session", "--timeout", "10", "org.a11y.Bus")
        yield lambda: json.loads(screen.run(USUAL_PYTHON, "-I", str(TREE)))


def test_a_screen_reader_finds_every_part(
    screen: Desktop, inbox: Path, tree: Callable[[], list[dict[str, Any]]]
) -> None:
    """By its role and its name; what went wrong is an alert, and said of the text."""
    with opened(screen, inbox, draft="x", notice="Your draft is still here.", trouble="Not saved yet"):
        screen.press("alt+3")
        assert becomes_true(lambda: any("pressed" in part["states"] for part in tree()))
        found = tree()
    by_role = {role: [part["name"] for part in found if part["role"] == role] for role in ("push button", "alert")}
    assert by_role == {
        "push button": [
            "Confidence 1 of 5, not at all",
            "Confidence 2 of 5",
            "Confidence 3 of 5",
            "Confidence 4 of 5",
            "Confidence 5 of 5, very",
            "Not today",
            "Later",
            "Save",
        ],
        "alert": ["Not saved yet"],
    }
    assert "Your draft is still here." in [part["name"] for part in found if part["role"] == "label"]
    (text,) = [part for part in found if part["role"] == "text"]
    assert text["name"].endswith("accomplished?")
    assert text["description"] == "Not saved yet"
    assert {"editable", "focused", "multi-line"} <= set(text["states"])
