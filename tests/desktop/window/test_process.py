"""Asking from a program that is not the delivery of a nudge, such as a command in a terminal."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.delivery import nudge, replies
from support.desktop import Desktop
from support.processes import becomes_true

from habit_tracker.desktop.display import screen_environment
from habit_tracker.desktop.notifications.messages import Confirmation
from habit_tracker.desktop.window.process import Window, ask, toolkits
from habit_tracker.desktop.window.result import WindowResult


@pytest.fixture
def here(screen: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The desktop on which this very process lives."""
    monkeypatch.setenv("PYTHONPATH", screen.env["PYTHONPATH"])
    monkeypatch.setenv("DISPLAY", screen.env["DISPLAY"])
    return screen


def answered(here: Desktop, inbox: Path) -> WindowResult:
    """How a window ends in which Return is pressed until it is gone."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask, nudge(inbox, draft="From the shell"))
        while not asked.done():
            here.press("Return")
        return asked.result()


def test_ask_waits_for_the_answer(here: Desktop, inbox: Path) -> None:
    """Which then lies in the inbox."""
    assert answered(here, inbox) == WindowResult("answer", "From the shell")
    assert [reply.text for reply in replies(inbox)] == ["From the shell"]


def test_the_window_thanks_with_the_words_of_who_opened_it(here: Desktop, inbox: Path) -> None:
    """Whoever that is."""
    heard = []

    def thanks(result: WindowResult) -> Confirmation:
        heard.append(result.text)
        return Confirmation("Day 2", "Logged for today.")

    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask, nudge(inbox, draft="From the shell"), thanks)

        def thanked() -> bool:
            here.press("Return")  # again, until the window listens
            return "Day 2" in here.windows()

        assert becomes_true(thanked)
        assert asked.result().choice == "answer"
    assert heard == ["From the shell"]


def test_an_open_window_can_be_called(here: Desktop, inbox: Path) -> None:
    """Also one that is opening only, which no call may end."""
    opened = Window(nudge(inbox, draft="Still here"))
    opened.come()
    assert opened.news() == [WindowResult(ready=True)]
    opened.come()
    here.press("Return")
    assert opened.news() == [WindowResult("answer", "Still here")]
    opened.end()


def test_a_screen_that_came_later_is_found(
    here: Desktop, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that was started before the desktop asks the session manager for it."""
    program = tmp_path / "systemctl"
    program.write_text(f"#!/bin/sh\necho DISPLAY={here.env['DISPLAY']}\necho \"XAUTHORITY=$'/a b'\"\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)
    assert screen_environment()["XAUTHORITY"] == "/a b"
    assert toolkits()["tkinter"] is None
    assert answered(here, inbox).choice == "answer"


def test_without_a_screen_it_fails_with_the_reasons(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch, nowhere: dict[str, str]
) -> None:
    """So that the terminal can be used instead."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", nowhere["PYTHONPATH"])
    assert str(ask(nudge(inbox)).failed).startswith("tkinter: no display")
