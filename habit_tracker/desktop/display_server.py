"""Whether a display really answers: a variable that names one proves nothing, nor does a socket that accepts."""

import os
import re
import socket
import struct
from collections.abc import Mapping
from pathlib import Path

ANSWER_LIMIT = 3.0
"""Seconds; XWayland may be started by the first who asks for it."""
X_SOCKETS = "/tmp/.X11-unix"  # noqa: S108  where every X server has them
X_TCP_PORT = 6000
X_GREETING = struct.pack("<cxHHHHxx", b"l", 11, 0, 0, 0)
"""A client of X11 without a key: whoever answers, if only to refuse it, is a server that is alive."""
WAYLAND_SYNC = struct.pack("<III", 1, 12 << 16, 2)


def x_trouble(env: Mapping[str, str]) -> str | None:
    """Why no X display answers, or None. Whether it lets this person in is for the toolkit to see."""
    display = env.get("DISPLAY")
    if not display:
        return "no display of X, and XWayland is off"
    found = re.fullmatch(r"(?:unix/?)?([^:/]*):([0-9]{1,5})(?:\.[0-9]+)?", display)
    if found is None:
        return f"DISPLAY is {display!r}, which names no display"
    host, number = found[1].removeprefix("unix"), int(found[2])
    addresses: list[str | tuple[str, int]] = [(host, X_TCP_PORT + number)]
    if not host:
        addresses = [f"\0{X_SOCKETS}/X{number}", f"{X_SOCKETS}/X{number}"]
    return (
        None if any(_answers(one, X_GREETING) for one in addresses) else f"the display {display} does not answer"
    )


def wayland_trouble(env: Mapping[str, str]) -> str | None:
    """Why no Wayland display answers, or None."""
    display = env.get("WAYLAND_DISPLAY")
    if not display:
        return "no Wayland display"
    path = str(Path(env.get("XDG_RUNTIME_DIR") or os.sep, display))
    return None if _answers(path, WAYLAND_SYNC) else f"the display {display} does not answer"


def _answers(address: str | tuple[str, int], greeting: bytes) -> bool:
    """Whether something comes back in time."""
    try:
        with socket.socket(socket.AF_UNIX if isinstance(address, str) else socket.AF_INET) as connection:
            connection.settimeout(ANSWER_LIMIT)
            connection.connect(address)
            connection.sendall(greeting)
            return bool(connection.recv(1))
    except OSError:
        return False


def reachable(env: Mapping[str, str]) -> dict[str, str]:
    """*env* without a display that does not answer; X is left alone where Wayland answers."""
    left = dict(env)
    if wayland_trouble(env):
        left.pop("WAYLAND_DISPLAY", None)
        if x_trouble(env):
            left.pop("DISPLAY", None)
    return left


def trouble(env: Mapping[str, str]) -> str | None:
    """Why no window of a program that knows X and Wayland can open, or None."""
    missing = wayland_trouble(env)
    if missing is None or (by_x := x_trouble(env)) is None:
        return None
    return by_x if env.get("DISPLAY") else missing if env.get("WAYLAND_DISPLAY") else "there is no display"
