"""A real `systemd --user` of its own home, on a machine that may not be run by systemd."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MANAGER = Path("/lib/systemd/systemd")
# The manager wants to see that systemd runs the machine, and is not to see what other programs have it start.
# Only it and its systemctl have these folders.
AS_IF_BOOTED = """
set -e
mkdir -p /run/systemd
mount --make-rprivate /
mount -t tmpfs tmpfs /run/systemd
mkdir /run/systemd/system
[ ! -d /etc/systemd/user ] || mount -t tmpfs tmpfs /etc/systemd/user
exec "$@"
"""
DESKTOP = """
[Unit]
BindsTo=graphical-session.target
Before=graphical-session.target
[Service]
ExecStart=sleep infinity
"""


def possible() -> bool:
    """Whether systemd is installed and this user may have a mount namespace."""
    if not MANAGER.exists() or shutil.which("systemctl") is None:
        return False
    return subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode == 0


@contextmanager
def user_systemd(home: Path, runtime: Path) -> Iterator[Path]:
    """Run the manager; gives the folder with a `systemctl` that reaches it.

    `desktop.service` plays the desktop: while it runs, graphical-session.target is active.
    """
    units = home / ".config/systemd/user"
    units.mkdir(parents=True)
    (units / "desktop.service").write_text(DESKTOP)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
    with _ready_signal(runtime / "ready") as ready:
        manager = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", AS_IF_BOOTED, "sh", str(MANAGER), "--user"],
            env=environment | {"NOTIFY_SOCKET": str(runtime / "ready")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while b"READY=1" not in ready.recv(4096):
                pass
            yield _systemctl_for(manager.pid, runtime / "bin")
        finally:
            manager.terminate()
            manager.wait(timeout=10)


@contextmanager
def _ready_signal(path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(os.fspath(path))
        ready.settimeout(10)
        yield ready


def _systemctl_for(manager: int, folder: Path) -> Path:
    folder.mkdir()
    script = folder / "systemctl"
    script.write_text(f'#!/bin/sh\nexec nsenter --target {manager} --mount {shutil.which("systemctl")} "$@"\n')
    script.chmod(0o755)
    return folder
