"""The installed program in a terminal, with somebody who types."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence

LIMIT = 30.0


def typed(
    *words: str, text: str, env: Mapping[str, str] | None = None, columns: int = 80, before: Sequence[str] = ()
) -> tuple[int, str]:
    """How `habit WORDS...` ends for a person who types *text* when asked, and all that the terminal shows.

    *before* stands before the command.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [*before, sys.executable, "-P", "-m", "habit_tracker", *words],
        env={**os.environ, "TERM": "xterm", **(env or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    shown, deadline = b"", time.monotonic() + LIMIT
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.02)[0]:
            first = not shown
            shown += os.read(ours, 65536)
            if first:
                os.write(ours, text.encode())
        if time.monotonic() > deadline:
            process.kill()
    os.close(theirs)
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")
