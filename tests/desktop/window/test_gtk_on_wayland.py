"""The GTK window on a Wayland screen without X, where tkinter has none to open."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

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


def test_it_floats_under_the_name_of_its_desktop_entry(screen: Sway, inbox: Path) -> None:
    """It does not push the other windows about."""
    with window(nudge(inbox), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        (workspace,) = json.loads(screen.run("swaymsg", "--type", "get_tree"))["nodes"][1]["nodes"]
        assert [found["app_id"] for found in workspace["floating_nodes"]] == ["habit-tracker"]


def test_sigusr1_brings_it_to_the_front(screen: Sway, inbox: Path, tmp_path: Path) -> None:
    """With the keyboard, though no click of the person allowed it; what was written is still there."""
    with window(nudge(inbox), screen.env) as child:
        assert json.loads(child.line()) == {"ready": True}
        screen.press("a")
        with window(nudge(tmp_path / "other", question="In the way"), screen.env) as other:
            assert json.loads(other.line()) == {"ready": True}
            assert becomes_true(lambda: "In the way" in screen.focused())
            child.process.send_signal(signal.SIGUSR1)
            assert becomes_true(lambda: "accomplished" in screen.focused())
            screen.press("b", "Return")
            assert outcome(child)["text"] == "ab"
