"""The short way to a prompt says what the long way says, and loads next to nothing."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.moments import BERLIN
from support.program import habit

from habit_tracker import shell_prompt, status_file
from habit_tracker.storage.home import Home, find_home

LONG = "from habit_tracker.cli import main; main(prog_name='habit')"


@pytest.fixture
def told(home: Home) -> Home:
    """A home whose status file speaks of the present."""
    now = int(datetime.now(UTC).timestamp())
    offset = datetime.fromtimestamp(now - 60, BERLIN).utcoffset()
    assert offset is not None
    day: dict[str, object] = {"state": "won", "streak": 6, "risk": "safe"}
    days = [day | {"until": now + 10_000}, day | {"until": now + 20_000}]
    home.folder.mkdir()
    home.status.write_text(status_file.text(now - 60, int(offset.total_seconds()), days))
    return home


def run(*command: str, env: dict[str, str]) -> tuple[bytes, bytes, int]:
    """What a command prints, and how it ends."""
    done = subprocess.run(command, capture_output=True, env=os.environ | env, timeout=60, check=False)
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize(
    ("words", "env"),
    [
        ([], {}),
        ([], {"HABIT_TRACKER_HOME": "/nowhere"}),
        ([], {"HABIT_TRACKER_HOME": "", "HOME": "/nowhere", "XDG_DATA_HOME": "relative"}),
        ([], {"HABIT_TRACKER_HOME": "~nobody-of-that-name/x"}),
        ([], {"PYTHONIOENCODING": "latin-1"}),
        ([], {"FORCE_COLOR": "1"}),
        ([], {"TZ": "Asia/Tokyo"}),
        (["--format", "{streak} {state} {risk} {mark}"], {}),
        (["--format={streak}"], {}),
        (["--format", ""], {}),
        (["--format", "-{streak}"], {}),
        (["--format", '{"text": "{streak}"}'], {}),
        (["--format", "{steak}"], {}),
        (["--format", b"\xff{streak}".decode(errors="surrogateescape")], {}),
        (["--format"], {}),
        (["--json"], {}),
        (["--help"], {}),
        (["more"], {}),
    ],
)
def test_both_ways_say_the_same(told: Home, words: Sequence[str], env: dict[str, str]) -> None:
    """Whatever is asked for, and wherever: the same bytes, the same exit status."""
    short = run(sys.executable, "-P", "-m", "habit_tracker", "prompt", *words, env=env)
    assert short == run(sys.executable, "-P", "-c", LONG, "prompt", *words, env=env)


def test_the_prompt_is_there(told: Home) -> None:
    """By the clock of the computer."""
    assert habit("prompt").stdout == "6 ✓\n"


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": "/home/me"},
        {"HOME": "/home/me", "XDG_DATA_HOME": "/data"},
        {"HOME": "/home/me", "XDG_DATA_HOME": ""},
        {"HOME": "/home/me", "HABIT_TRACKER_HOME": "/elsewhere", "XDG_DATA_HOME": "/data"},
    ],
)
def test_it_looks_where_the_data_lies(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The place is found without the library that knows all platforms."""
    for name in ("HABIT_TRACKER_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    if found := shell_prompt.data_folder():
        assert Path(found) == find_home().folder
    else:
        assert sys.platform != "linux"


def test_it_loads_nothing_but_itself(told: Home) -> None:
    """Starting must cost what the interpreter costs."""
    script = (
        "import sys; bare = set(sys.modules); sys.argv[1:] = ['prompt']\n"
        "from habit_tracker.__main__ import main; main('habit')\n"
        "print(*sorted(set(sys.modules) - bare))"
    )
    said, _, _ = run(sys.executable, "-P", "-c", script, env={})
    ours = "habit_tracker habit_tracker.__main__ habit_tracker.shell_prompt habit_tracker.status_file"
    assert said.decode() == f"6 ✓\n{ours}\n"


def test_a_completion_is_no_prompt(told: Home) -> None:
    """The shell asks which words may follow."""
    asked = {"_HABIT_COMPLETE": "bash_complete", "COMP_WORDS": "habit prompt --f", "COMP_CWORD": "2"}
    assert habit("prompt", env=asked).stdout == "plain,--format\n"
