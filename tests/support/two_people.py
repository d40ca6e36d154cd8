"""Two ordinary people on one computer: made for a test, and removed after it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.need import need


@contextmanager
def two_people() -> Iterator[tuple[str, str]]:
    """The names of two users, each with a group of their own."""
    need(os.geteuid() == 0 and shutil.which("useradd") is not None, "root, who alone can make other users")
    names = tuple(f"habit-{os.getpid()}-{who}" for who in ("one", "two"))
    try:
        for name in names:
            subprocess.run(["useradd", "-M", "-U", name], check=True, capture_output=True)
        yield names[0], names[1]
    finally:
        for name in names:
            subprocess.run(["userdel", name], check=False, capture_output=True)


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    """What happens in the block is done by that user, with nothing of root's power over files."""
    user, groups = pwd.getpwnam(name), os.getgroups()
    os.setgroups([])
    os.setegid(user.pw_gid)
    os.seteuid(user.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@contextmanager
def folder_of(name: str | None, mode: int) -> Iterator[Path]:
    """A folder in a place that everybody reaches, of that user or else of root."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        if name:
            os.chown(folder, pwd.getpwnam(name).pw_uid, pwd.getpwnam(name).pw_gid)
        folder.chmod(mode)
        yield folder
    finally:
        shutil.rmtree(folder)
