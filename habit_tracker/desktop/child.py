"""The desktop's own processes: their words travel through pipes, never as arguments."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def start(
    module: str, first_line: str, env: Mapping[str, str] | None = None, stderr: int | None = None
) -> "subprocess.Popen[bytes]":
    """A running `python -m module` that was given *first_line*; its stdin stays open for more.

    It leads a session of its own, so that a Ctrl+C or a closed terminal does not take it along. Nothing in the
    current folder can be imported: -P sees to that, and the root folder as its own, should PYTHONPATH be relative.
    """
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=env,
        cwd=Path(os.sep).absolute(),
        start_new_session=True,
    )
    assert child.stdin is not None  # noqa: S101  stdin=PIPE gives one
    with suppress(BrokenPipeError):  # a child that died at once says so by ending its output
        child.stdin.write(first_line.encode("ascii") + b"\n")
        child.stdin.flush()
    return child


def tell(line: str) -> None:
    """Say *line* to whoever started this process, if it still lives."""
    with suppress(BrokenPipeError):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
