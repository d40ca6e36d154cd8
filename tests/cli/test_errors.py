"""Whatever goes wrong, a person gets one sentence; nobody sees a traceback."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Habit
from support.ordinary import ordinary
from support.program import habit as program

from habit_tracker.storage.home import Home


def test_a_database_that_is_none(habit: Habit, home: Home) -> None:
    """It is left as it is."""
    home.folder.mkdir()
    home.database.write_text("a shopping list, " * 100)
    for words in (["log", "x"], ["streak"], ["week"], ["wins"], ["plan"], []):
        found = habit(*words)
        assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
        assert "not a database of this program" in found.stderr
    assert home.database.read_text() == "a shopping list, " * 100


def test_a_folder_that_is_a_file(habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """HABIT_TRACKER_HOME was set wrongly."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "file"))
    found = habit("log", "x")
    assert (found.exit_code, found.stderr.count("\n")) == (1, 1)
    assert str(tmp_path / "file") in found.stderr


@pytest.mark.slow
def test_a_folder_that_cannot_be_written(home: Home) -> None:
    """As an ordinary user; what is there can still be read."""
    assert program("log", "before").returncode == 0
    home.folder.chmod(0o500)
    home.database.chmod(0o400)
    found = subprocess.run(
        [*ordinary(), sys.executable, "-m", "habit_tracker", "log", "x"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert "writ" in found.stderr
    home.folder.chmod(0o700)
    assert "before" in program("wins").stdout


def test_a_mistake_of_the_program_is_one_sentence(
    habit: Habit, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the way to the details, and that way shows them."""

    def mistaken(*_: object) -> None:
        raise KeyError("a mistake")

    habit("log", "x")
    monkeypatch.setattr("habit_tracker.storage.session.lost_day", mistaken)
    found = habit("streak")
    assert (found.exit_code, found.stderr.count("\n")) == (1, 1)
    assert "HABIT_TRACKER_DEBUG=1" in found.stderr
    monkeypatch.setenv("HABIT_TRACKER_DEBUG", "1")
    assert isinstance(habit("streak").exception, KeyError)


def test_what_no_version_has_written_is_damage(habit: Habit, home: Home) -> None:
    """And no mistake of the program."""
    habit("log", "x")
    with closing(sqlite3.connect(home.database)) as other, other:
        other.execute("UPDATE wins SET day = 'garbage'")
    found = habit("streak")
    assert (found.exit_code, found.stderr.count("\n")) == (1, 1)
    assert "is damaged" in found.stderr


@pytest.mark.slow
def test_a_closed_pipe_is_no_mistake(home: Home) -> None:
    """`habit wins | head` ends quietly."""
    for _ in range(3):
        program("log", "x " * 4000)
    reader, writer = os.pipe()
    os.close(reader)
    try:
        found = subprocess.run(
            [sys.executable, "-m", "habit_tracker", "wins"],
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("locale", ["C", pytest.param("POSIX", marks=pytest.mark.slow)])
def test_any_locale_will_do(locale: str) -> None:
    """No text is lost, whatever the terminal can show."""
    env = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert program("log", "fertig 🎉", env={}).returncode == 0
    found = program("week", env=env)
    assert found.returncode == 0
    assert "fertig" in found.stdout
    assert "fertig 🎉" in program("wins").stdout


def test_a_zone_without_a_name_is_its_offset() -> None:
    """`status` says so."""
    found = program("status", env={"TZ": "JST-9"})
    assert found.returncode == 0
    assert "UTC+09:00" in found.stdout
    assert program("log", "x", env={"TZ": "JST-9"}).returncode == 0
