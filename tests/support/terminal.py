"""The installed program in a terminal, with somebody who types."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping


def typed(*words: str, text: str, env: Mapping[str, str] | None = None, columns: int = 80) -> tuple[int, str]:
    """How `habit WORDS...` ends for a person who types *text* ahead, and all that the terminal shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "habit_tracker", *words],
        env={**os.environ, "TERM": "xterm", **(env or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.write(ours, text.encode())
    shown = b""
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.02)[0]:
            shown += os.read(ours, 65536)
    os.close(theirs)
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")
