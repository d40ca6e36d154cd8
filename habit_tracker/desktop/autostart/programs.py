"""Asking the programs that own user services."""

import shutil
import subprocess

ANSWER_LIMIT = 5.0
"""Seconds that any of them may take to answer."""


def answer_of(program: str, *words: str) -> subprocess.CompletedProcess[str] | None:
    """What *program* said to *words*; None if it is missing or did not answer in time."""
    found = shutil.which(program)
    if found is None:
        return None
    try:
        return subprocess.run(
            [found, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=ANSWER_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
