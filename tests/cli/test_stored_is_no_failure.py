"""What was stored is never reported as a failure: a script that tries again would do it twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Habit
from support.program import habit as program


def printing_into(target: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run `habit WORDS...` with that for its standard output."""
    command = [sys.executable, "-m", "habit_tracker", *words]
    return subprocess.run(command, stdout=target, stderr=subprocess.PIPE, text=True, timeout=60, check=False)


SLOW = [pytest.param(words, marks=pytest.mark.slow) for words in [("delete", "1", "--yes"), ("time-off", "today")]]


@pytest.mark.slow
@pytest.mark.parametrize("words", [("log", "a win"), ("undo",), *SLOW])
@pytest.mark.parametrize("where", ["a full disk", "a closed pipe"])
def test_only_the_printing_fails(words: tuple[str, ...], where: str) -> None:
    """The exit status is 0, and why nothing was printed is said on stderr."""
    program("log", "before")
    reading, target = os.pipe() if where == "a closed pipe" else (None, os.open("/dev/full", os.O_WRONLY))
    if reading:
        os.close(reading)
    try:
        found = printing_into(target, *words)
        nothing_stored = printing_into(target, "wins")
    finally:
        os.close(target)
    assert found.returncode == 0, found.stderr
    assert found.stderr.startswith("It is done, but could not be printed here: ")
    assert found.stderr.count("\n") == 1
    assert nothing_stored.returncode == 1
    assert "Traceback" not in nothing_stored.stderr


def test_paths_steer_no_terminal(habit: Habit, tmp_path: Path) -> None:
    """Control and direction characters of a path are shown as marks."""
    habit("log", "a win")
    path = str(tmp_path / "x\x1b[31m\u202ey")
    for words in (("backup", path), ("restore", path, "--yes"), ("restore", f"{path}z", "--yes")):
        assert not {"\x1b", "\u202e"} & set(habit(*words).output)
