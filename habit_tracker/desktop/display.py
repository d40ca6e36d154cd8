"""Where the screen is, for a process that was started before it was there."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping

WANTED = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")


def screen_environment() -> dict[str, str]:
    """This process's environment; if it lacks a screen, with what the session manager knows of one."""
    env = dict(os.environ)
    if sys.platform.startswith("linux") and not (env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")):
        for line in _session_lines():
            name, _, value = line.partition("=")
            if name in WANTED and not env.get(name):
                env[name] = _unquoted(value)
    return env


def has_screen(env: Mapping[str, str]) -> bool:
    """Whether a window could open at all."""
    return not sys.platform.startswith("linux") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def _session_lines() -> list[str]:
    systemctl = shutil.which("systemctl")
    if systemctl is None:
        return []
    try:
        found = subprocess.run(
            [systemctl, "--user", "show-environment"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return []
    return found.stdout.splitlines()


def _unquoted(value: str) -> str:
    """systemd writes values with unusual characters as the shell would, $'like this'."""
    words = shlex.split(value.removeprefix("$")) if value.startswith(("$'", "'", '"')) else [value]
    return "".join(words)
