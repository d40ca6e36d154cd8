"""One answer window at a time: a lock that ends with its process; a second one calls the first to the front."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from habit_tracker.private_files import make_private_file

PROGRAM = b"habit_tracker.desktop.window"


@contextmanager
def only_one(lock: Path) -> Iterator[bool]:
    """Whether this is the only window; if it is not, the other one comes to the front.

    Where there can be no lock, every window is the only one.
    """
    if sys.platform == "win32":
        yield True
        return
    import fcntl

    signal.signal(signal.SIGUSR1, signal.SIG_IGN)  # until the toolkit listens: a window that opens is in front
    try:
        descriptor = os.open(make_private_file(lock), os.O_RDWR)
    except OSError:
        yield True
        return
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        alone = True
    except OSError as error:
        alone = error.errno not in {errno.EACCES, errno.EAGAIN}  # a disk that has no locks says something else
    if not alone and (process := _holder(descriptor)):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGUSR1)
    try:
        yield alone
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> int | None:
    """The process that has the lock now, by the word of the system, where it tells."""
    if not sys.platform.startswith("linux"):
        return None
    import fcntl
    import struct

    layout = "hhqqi4x"  # type, whence, start, length, process
    asked = struct.pack(layout, fcntl.F_WRLCK, 0, 0, 0, 0)
    *_, process = struct.unpack(layout, fcntl.fcntl(descriptor, fcntl.F_GETLK, asked))
    return process if _is_window(process) else None


def _is_window(process: int) -> bool:
    """Whether it is one of ours: a folder on another computer may be locked by a process of that one."""
    with suppress(OSError):
        return PROGRAM in Path(f"/proc/{process}/cmdline").read_bytes()
    return False
