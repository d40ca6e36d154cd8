"""What comes from standard input or the keyboard is read as it was written, or refused in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Habit
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.cli.reading import MOST_BYTES, decoded
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage.home import Home


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf_8_is_read_whatever_the_locale(text: str) -> None:
    """Only a byte order mark before a text goes."""
    for fallback in ("utf-8", "iso-8859-1", "ANSI_X3.4-1968", "no such encoding"):
        found = decoded(text.encode(), fallback)
        assert found == text or "\ufeff" + found == text


def test_else_the_locale_says_what_the_bytes_are() -> None:
    """As an old terminal or file has them."""
    assert decoded("Büro".encode("iso-8859-1"), "iso-8859-1") == "Büro"
    assert decoded("Привет".encode("koi8-r"), "koi8-r") == "Привет"


@pytest.mark.parametrize("fallback", ["utf-8", "UTF-8", "ANSI_X3.4-1968", "ascii", "no such encoding"])
def test_bytes_that_fit_neither_are_named_by_their_place(fallback: str) -> None:
    """The first of them."""
    with pytest.raises(HabitError, match="byte 6 cannot be read"):
        decoded(b"Hallo\xff\xfe", fallback)


def test_a_pipe_with_bad_bytes_gets_one_sentence(habit: Habit) -> None:
    """And nothing is logged."""
    refused = habit("log", "-", input=b"caf\xe9")
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "byte 4" in refused.stderr
    assert "No wins" in habit("wins").stdout


def test_a_pipe_without_end_is_not_read_to_the_end(home: Home) -> None:
    """No more than a win may hold."""
    with Path("/dev/zero").open("rb") as endless:
        run = subprocess.run(
            [sys.executable, "-m", "habit_tracker", "log", "-"],
            stdin=endless,
            capture_output=True,
            text=True,
            timeout=30,
            env=os.environ,
            check=False,
        )
    assert (run.returncode, run.stdout) == (1, "")
    assert "more than a win may" in run.stderr
    assert MOST_BYTES < 100_000


@pytest.mark.parametrize("how", ["damaged", "locked"])
def test_what_a_pipe_brought_waits_until_it_can_be_stored(habit: Habit, home: Home, how: str) -> None:
    """Whatever keeps it from being stored; the next command that can takes it, for its day."""
    habit("log", "first")
    whole = home.database.read_bytes()
    if how == "damaged":
        home.database.write_bytes(b"damaged" * 1000)
    else:
        home.database.unlink()
        home.database.mkdir()
    kept = habit("log", "-", "--on", "yesterday", "-c", "4", input="from a pipe\n")
    assert (kept.exit_code, kept.stdout) == (0, "")
    assert kept.stderr.startswith("Your answer is kept, and the next command stores it.")
    if how == "locked":
        home.database.rmdir()
    home.database.write_bytes(whole)
    assert "Yesterday, Sunday 22 November\n    2  from a pipe  4/5" in habit("wins").stdout


def test_nothing_is_logged_by_return_alone() -> None:
    """The question at the terminal can be left."""
    script = (
        "import sys\n"
        "sys.stdin.isatty = lambda: True\n"
        "from habit_tracker.cli import main\n"
        "main(['log'], prog_name='habit')"
    )
    run = subprocess.run([sys.executable, "-c", script], input="\n", capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "> Nothing was logged.")
