"""What the README gives shells and tmux for their prompts is run by them."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.need import need
from support.processes import end

pytestmark = pytest.mark.slow

README = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")
SECTION = README.partition("\n## In your prompt\n")[2].partition("\n## ")[0]
RECIPES = dict(re.findall(r"^```([a-z]+)\n(.*?)```", SECTION, re.MULTILINE | re.DOTALL))
SHOWN = {
    "bash": 'PS1="> "; . "$1"; echo "${PS1@P}"',
    "zsh": '. "$1"; print -P "$RPROMPT"',
    "fish": "source $argv[1]; fish_right_prompt",
}
"""How each shell says what its prompt shows, once it has read the recipe."""


@pytest.fixture
def person(tmp_path: Path) -> dict[str, str]:
    """The environment of a person with a win today, whose shell finds `habit`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "habit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m habit_tracker "$@"\n')
    (folder / "habit").chmod(0o755)
    env = {
        name: value for name, value in os.environ.items() if name not in {"HABIT_TRACKER_HOME", "XDG_DATA_HOME"}
    }
    env |= {"HOME": str(tmp_path), "PATH": f"{folder}:{env['PATH']}", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
    run(["habit", "log", "a win"], env)
    return env


def run(words: list[str], env: Mapping[str, str]) -> str:
    """What a command prints; it succeeds, and complains of nothing."""
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    return done.stdout


def recipe(name: str, tmp_path: Path) -> Path:
    """The file with the recipe."""
    path = tmp_path / "recipe"
    path.write_text(RECIPES[name], encoding="utf-8")
    return path


@pytest.mark.parametrize(("shell", "shown"), [("bash", "1 ✓ > \n"), ("zsh", "1 ✓\n"), ("fish", "1 ✓\n")])
def test_a_shell_shows_today(person: dict[str, str], tmp_path: Path, shell: str, shown: str) -> None:
    """As its recipe says."""
    need(shutil.which(shell) is not None, shell)
    quiet = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    name = [] if shell == "fish" else [shell]
    words = [shell, *quiet, "-c", SHOWN[shell], *name, str(recipe(shell, tmp_path))]
    assert run(words, person) == shown


@pytest.mark.parametrize(("shell", "before"), [("bash", ""), ("zsh", "zmodload zsh/datetime; ")])
def test_a_shell_reads_the_file_itself(person: dict[str, str], tmp_path: Path, shell: str, before: str) -> None:
    """Without a program, and not once the day is over."""
    need(shutil.which(shell) is not None, shell)
    file = Path(person["HOME"], ".local/share/habit-tracker/status")
    words = [shell, "-c", f'{before}. "$1"; today || echo nothing', shell, str(recipe("sh", tmp_path))]
    assert run(words, person) == "1 won\n"
    file.write_text(re.sub("habit_until=.*", "habit_until=1", file.read_text()))
    assert run(words, person) == "nothing\n"
    file.unlink()
    assert run(words, person) == "nothing\n"


def test_tmux_shows_today(person: dict[str, str], tmp_path: Path) -> None:
    """In its status line."""
    need(shutil.which("tmux") is not None, "tmux")
    tmux = ["tmux", "-u", "-S", str(tmp_path / "socket"), "-f", str(recipe("tmux", tmp_path))]
    screen, terminal = pty.openpty()
    with running([*tmux, "new-session", "sleep 60"], person, terminal):
        os.close(terminal)
        try:
            assert "1 ✓" in seen_on(screen, "1 ✓")
        finally:
            run([*tmux, "kill-server"], person)
            os.close(screen)


def seen_on(screen: int, wanted: str, seconds: float = 20) -> str:
    """What a program writes to its *screen* until it is what is *wanted*."""
    written, deadline = "", time.monotonic() + seconds
    while wanted not in written and select.select([screen], [], [], max(0, deadline - time.monotonic()))[0]:
        written += os.read(screen, 65536).decode(errors="replace")
    return written


@contextmanager
def running(words: list[str], env: Mapping[str, str], terminal: int) -> Iterator[None]:
    """A program on the *terminal*, ended when the block is left."""
    process = subprocess.Popen(words, env=env, stdin=terminal, stdout=terminal, stderr=terminal)
    try:
        yield
    finally:
        end(process)
