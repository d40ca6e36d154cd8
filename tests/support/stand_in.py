"""A tiny program in the place of the reminder, in a folder with a difficult name."""

import subprocess
from pathlib import Path

DIFFICULT = 'Ann\'s "venv" 100%h $HOME `x` a\\b é=1 ❤'
SAY = 'printf "%s\\0" "$0" "$@" "$HABIT_TRACKER_HOME" $$ > "$1"\n'
"""Its name, its words, one variable and its pid, into the pipe that the first word names."""
STAY = "exec sleep infinity\n"
OPEN_A_WINDOW = 'sleep infinity &\nprintf "%s\\0" $! $$ > "$1"\nwait\n'


def stand_in(folder: Path, does: str = SAY) -> Path:
    """A program called python in *folder*."""
    folder.mkdir(parents=True)
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{does}", encoding="utf-8")
    program.chmod(0o755)
    return program


def heard(pipe: Path) -> list[str]:
    """What the next start of the stand-in writes into *pipe*; waits for it, at most 10 seconds."""
    said = subprocess.run(["cat", pipe], capture_output=True, timeout=10, check=True)
    return said.stdout.decode().split("\0")[:-1]
