"""Programs of the tests' own, run as processes that can be killed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SUPPORT = Path(__file__).parent


def child(program: str, *words: object, within: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start `support/PROGRAM.py WORDS...`, by way of the command *within*; what it prints can be read."""
    command = [*within, sys.executable, str(SUPPORT / f"{program}.py"), *map(str, words)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def lines(process: subprocess.Popen[str]) -> list[str]:
    """All that it still prints until it ends; only whole lines count."""
    with process:
        assert process.stdout
        rest = process.stdout.read()
    return rest.split("\n")[:-1]
