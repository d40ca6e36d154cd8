"""The GTK window on a Wayland screen without X, where tkinter has none to open."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from support.delivery import TOOLKIT, nudge, replies, window
from support.processes import becomes_true, need
from support.session_bus import session_bus
from support.sway import Sway, sway
from support.windows import outcome

SCRIPTS = "مرحبا שלום 日本語 🎉"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sway]:
    """A Wayland screen, and GTK as its only toolkit."""
    with session_bus(tmp_path_factory.mktemp("wayland")) as bus, sway({**bus, TOOLKIT: "gtk"}) as found:
        yield found


def test_it_has_the_keyboard_and_takes_every_script(screen: Sway, inbox: Path) -> None:
    """From the first letter on."""
    need("wtype")
    with window(nudge(inbox), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        screen.run("wtype", SCRIPTS)
        screen.press("Return")
        assert outcome(child) == {"choice": "answer", "text": SCRIPTS}
    assert [reply.text for reply in replies(inbox)] == [SCRIPTS]


@contextmanager
def floating(screen: Sway, inbox: Path, **changes: object) -> Iterator[dict[str, Any]]:
    """What the screen knows of a window that floats on it."""
    with window(nudge(inbox, **changes), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        (workspace,) = json.loads(screen.run("swaymsg", "--type", "get_tree"))["nodes"][1]["nodes"]
        (found,) = workspace["floating_nodes"]
        yield found


def test_it_floats_under_the_name_of_its_desktop_entry(screen: Sway, inbox: Path) -> None:
    """It does not push the other windows about."""
    with floating(screen, inbox) as found:
        assert found["app_id"] == "habit-tracker"


def test_it_fits_on_a_narrow_screen(screen: Sway, inbox: Path) -> None:
    """Such as that of a telephone; long words are no reason to be wider."""
    screen.run("swaymsg", "output HEADLESS-1 resolution 360x640")
    try:
        with floating(screen, inbox, hint="Shared my idea in the meeting", trouble="Not saved " * 9) as found:
            assert found["rect"]["width"] <= 360
    finally:
        screen.run("swaymsg", "output HEADLESS-1 resolution 800x600")


def test_sigusr1_brings_it_to_the_front(screen: Sway, inbox: Path, tmp_path: Path) -> None:
    """With the keyboard, though no click of the person allowed it; what was written is still there."""
    with window(nudge(inbox), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        screen.press("a")
        with window(nudge(tmp_path / "other" / "inbox", question="In the way"), screen.env) as other:
            assert json.loads(other.line()) == {"ready": True}
            assert becomes_true(lambda: "In the way" in screen.focused())
            child.process.send_signal(signal.SIGUSR1)
            assert becomes_true(lambda: "accomplished" in screen.focused())
            screen.press("b", "Return")
            assert outcome(child)["text"] == "ab"
