"""A display is one that answers, whatever a variable or a socket says."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desktop import screen

from habit_tracker.desktop import display_server
from habit_tracker.desktop.display_server import reachable, trouble, wayland_trouble, x_trouble


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A socket of Wayland that accepts and says nothing."""
    with socket.socket(socket.AF_UNIX) as found:
        found.bind(str(tmp_path / "wayland-7"))
        found.listen()
        yield {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_a_running_server_answers_at_once() -> None:
    """In far less time than a person notices."""
    with screen() as env:
        started = time.monotonic()
        assert x_trouble(env) is None
        assert time.monotonic() - started < 0.2
        assert trouble(env) is None
    assert x_trouble(env) == f"the display {env['DISPLAY']} does not answer"


@pytest.mark.parametrize("display", [":4711", "localhost:4711.0", "unix:4711", "here", ":x", "a:b:1"])
def test_a_name_alone_is_no_display(display: str) -> None:
    """Stale, or none at all."""
    assert x_trouble({"DISPLAY": display}) is not None


def test_one_that_hangs_is_given_up(silent: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """After some seconds; and a program is sent to the one that answers."""
    monkeypatch.setattr(display_server, "ANSWER_LIMIT", 0.2)
    assert wayland_trouble(silent) == "the display wayland-7 does not answer"
    assert trouble(silent) == "the display wayland-7 does not answer"
    with screen() as x:
        assert reachable({**silent, **x}) == {"XDG_RUNTIME_DIR": silent["XDG_RUNTIME_DIR"], **x}
    assert reachable({**silent, **x}) == {"XDG_RUNTIME_DIR": silent["XDG_RUNTIME_DIR"]}


def test_without_a_display() -> None:
    """Nothing is asked."""
    assert trouble({}) == "there is no display"
