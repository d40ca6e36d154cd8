"""A question that is due waits for a person who is busy, and comes when they are not: the real reminder."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.desktop import Desktop
from support.fake_server import FakeServer, fake_server
from support.processes import becomes_true, need, running
from support.program import habit
from support.sitting import WAIT, sitting

from habit_tracker.storage.home import Home

SAVER = "org.freedesktop.ScreenSaver"
FULL = """
import tkinter
root = tkinter.Tk()
root.attributes("-fullscreen", True)
root.focus_force()
root.mainloop()
"""


@pytest.fixture
def server(bus: dict[str, str]) -> Iterator[FakeServer]:
    """Shows everything at once."""
    with fake_server(bus) as found:
        yield found


def test_a_locked_screen_is_waited_for(home: Home, bus: dict[str, str], server: FakeServer) -> None:
    """The ledger, status and doctor say why; with the first look after it the question comes."""
    with sitting(home, bus) as person:
        with fake_server(bus, owns=SAVER, answers={"GetActive": ("b", (True,))}):
            person.start()
            assert person.waits("the screen is locked")
            assert "now (the screen is locked)" in person.habit("status")
            assert "waiting (the screen is locked)" in person.habit("nudges")
            checks = {
                one["name"]: one for one in json.loads(habit("doctor", "--json", env=person.env).stdout)["checks"]
            }
            assert checks["busy"]["words"] == "the screen is locked: a question waits for its end"
            assert server.shown.qsize() == 1, "the test notification of doctor alone"
        server.shown.get()
        with fake_server(bus, owns=SAVER, answers={"GetActive": ("b", (False,))}):
            person.look()
            assert person.showings(1)
            assert server.shown.get(timeout=WAIT).title == "One win today?"


@pytest.mark.slow
def test_who_does_not_want_to_be_spared_is_not(home: Home, bus: dict[str, str], server: FakeServer) -> None:
    """`habit config busy off`."""
    with sitting(home, bus) as person, fake_server(bus, owns=SAVER, answers={"GetActive": ("b", (True,))}):
        assert person.habit("config", "busy", "off") == "A question comes however busy you are.\n"
        person.start()
        assert person.showings(1)


@pytest.mark.slow
def test_a_meeting_is_waited_for(home: Home, bus: dict[str, str], server: FakeServer, tmp_path: Path) -> None:
    """It holds the microphone."""
    pactl = tmp_path / "pactl"
    pactl.write_text("#!/bin/sh\ncat $0.says\n")
    pactl.chmod(0o700)
    says = tmp_path / "pactl.says"
    says.write_text("Source Output #7\n\tSource: 1\n\tCorked: no\n")
    with sitting(home, bus | {"PATH": f"{tmp_path}:{bus['PATH']}"}) as person:
        person.start()
        assert person.waits("the microphone is in use")
        says.write_text("")
        person.look()
        assert person.showings(1)


@pytest.mark.slow
def test_a_full_screen_is_waited_for(home: Home, screen: Desktop) -> None:
    """A real one, under a real window manager: its end brings the question."""
    need("openbox")
    with ExitStack() as stack:
        stack.enter_context(running(["openbox"], screen.env))
        assert becomes_true(lambda: "window id" in screen.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), WAIT)
        film = stack.enter_context(running([sys.executable, "-c", FULL], screen.env))
        assert becomes_true(lambda: "_NET_WM_STATE_FULLSCREEN" in active(screen), WAIT)
        person = stack.enter_context(sitting(home, screen.env))
        person.start()
        assert person.waits("a full-screen program is open")
        assert screen.count() == 0
        film.terminate()
        film.wait()
        person.look()
        assert person.showings(1)
        assert screen.count() == 1
        person.habit("stop")


def active(screen: Desktop) -> str:
    """What the window manager says of the active window."""
    try:
        return screen.run("xprop", "-id", screen.run("xdotool", "getactivewindow").strip(), "_NET_WM_STATE")
    except Exception:  # there is none yet
        return ""
