"""The installed program, as a person starts it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence


def habit(
    *words: str, env: Mapping[str, str] | None = None, text: str = "", before: Sequence[str] = ()
) -> "subprocess.CompletedProcess[str]":
    """Run `habit WORDS...` to its end; *before* stands before the command."""
    return subprocess.run(
        [*before, sys.executable, "-P", "-m", "habit_tracker", *words],
        env={**os.environ, **(env or {})},
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
