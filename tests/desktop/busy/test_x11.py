"""A real X server, asked in its own protocol."""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desktop import screen
from support.processes import becomes_true, first_line, need, running

from habit_tracker.desktop.x11 import XScreen


@pytest.fixture(scope="module")
def shown() -> Iterator[dict[str, str]]:
    """A screen."""
    with screen() as env:
        yield dict(env)


def idle(env: dict[str, str]) -> float:
    """For how long nobody has touched it."""
    found = XScreen(env)
    try:
        seconds = found.idle()
    finally:
        found.close()
    assert seconds is not None
    return seconds


def test_who_touches_the_machine_is_back_at_once(shown: dict[str, str]) -> None:
    """The count begins anew."""
    need("xdotool")
    assert becomes_true(lambda: idle(shown) > 0.3)
    env = {**os.environ, **shown}
    subprocess.run(["xdotool", "mousemove_relative", "--", "7", "7"], env=env, check=True, timeout=10)
    assert idle(shown) < 0.3


def test_without_a_window_manager_full_screen_is_unknown(shown: dict[str, str]) -> None:
    """Nobody says which window is the active one."""
    found = XScreen(shown)
    assert found.full_screen() is None
    found.close()


def test_a_server_that_wants_a_cookie_gets_it(tmp_path: Path) -> None:
    """From the person's file, among those of others; without it nobody is let in."""
    need("Xvfb", "xauth")
    cookies(tmp_path / "server", {"0": "12"})
    words = ["Xvfb", "-displayfd", "1", "-auth", str(tmp_path / "server"), "-nolisten", "tcp"]
    with running(words) as server:
        number = first_line(server)
        cookies(tmp_path / "person", {"77": "00", number: "12"})
        env = {"DISPLAY": f":{number}.0", "XAUTHORITY": str(tmp_path / "person")}
        assert _lets_in(env)
        assert not _lets_in({**env, "XAUTHORITY": str(tmp_path / "none")})


def cookies(path: Path, of: dict[str, str]) -> None:
    """Write the file that lets its owner in, by the numbers of the servers."""
    for number, byte in of.items():
        words = ["xauth", "-f", str(path), "add", f":{number}", "MIT-MAGIC-COOKIE-1", byte * 16]
        subprocess.run(words, check=True, timeout=10, capture_output=True)


def _lets_in(env: dict[str, str]) -> bool:
    try:
        XScreen(env).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("display", ["", ":9999", "nonsense", "::", ":1x"])
def test_where_there_is_none(display: str) -> None:
    """One kind of error or the other, and no other."""
    with pytest.raises((OSError, ValueError)):
        XScreen({"DISPLAY": display})


@pytest.mark.parametrize("said", [b"", b"\x00" * 8, b"\x01" * 8, b"\x01" + bytes(7), b"\xff" * 64])
def test_who_is_no_x_server_is_found_out(said: bytes) -> None:
    """Within half a second for each answer."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def serve() -> None:
            there, _ = server.accept()
            with there:
                there.sendall(said)
                time.sleep(1)

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises((OSError, ValueError)):
            XScreen({"DISPLAY": f"127.0.0.1:{port - 6000}"})
