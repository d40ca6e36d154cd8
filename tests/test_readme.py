"""The README is true: its sessions are run and compared, and every command stands in it."""

import re
import shlex
from pathlib import Path

import pytest
from conftest import Habit

from habit_tracker.cli import SECTIONS

README = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")
SESSION = re.compile(r"<!-- at (?P<at>[0-9: -]+) -->\n```console\n(?P<lines>.*?)```", re.DOTALL)
SESSIONS = [(found["at"], found["lines"]) for found in SESSION.finditer(README)]


@pytest.mark.parametrize(("at", "lines"), SESSIONS)
def test_a_session_goes_as_the_readme_says(habit: Habit, at: str, lines: str) -> None:
    """Each in an empty home, at the moment that stands above it."""
    ran = ""
    for words in re.findall(r"^\$ habit(.*)$", lines, re.MULTILINE):
        found = habit(*shlex.split(words), at=at)
        ran += f"$ habit{words}\n{found.output}"
    assert ran == lines


def test_there_are_sessions() -> None:
    """The first screen shows one."""
    assert SESSIONS
    assert README.index("```console") < 500


@pytest.mark.parametrize("name", [name for commands in SECTIONS.values() for name in commands])
def test_every_command_stands_in_the_readme(name: str) -> None:
    """With an example."""
    assert f"habit {name}" in README
