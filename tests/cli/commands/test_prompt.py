"""`habit prompt` and the file it reads: they follow whatever the person does, and the days."""

import json
from pathlib import Path

import pytest
from conftest import Habit
from support.moments import moment

from habit_tracker.desktop.inbox import drop
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.storage.home import Home


@pytest.fixture
def streak(habit: Habit) -> Habit:
    """A person with wins on the two days before Monday 23 November."""
    for day in ("2026-11-21", "2026-11-22"):
        habit("log", "--on", day, "a win")
    return habit


def test_without_wins_there_is_nothing(habit: Habit, home: Home) -> None:
    """Not one byte, and no failure; also once a win was taken back."""
    assert (habit("prompt").output, habit("prompt").exit_code) == ("", 0)
    habit("plan", "weekdays")
    assert habit("prompt").output == ""
    habit("log", "a win")
    habit("undo")
    assert habit("prompt").output == ""
    assert habit("prompt", "--json").output == "null\n"
    assert not home.status.exists()


Step = tuple[str, ...]


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ([], "2 open at-risk"),
        ([("log", "a win")], "3 won safe"),
        ([("log", "a win"), ("undo",)], "2 open at-risk"),
        ([("log", "a win"), ("undo",), ("redo",)], "3 won safe"),
        ([("edit", "1", "--on", "today")], "2 won safe"),
        ([("delete", "2", "--yes")], "0 open safe"),
        ([("time-off", "today")], "2 off safe"),
        ([("time-off", "today"), ("time-off", "--cancel", "today")], "2 open at-risk"),
        ([("plan", "--days", "tue-fri")], "2 off safe"),
        ([("log", "a win"), ("backup", "copy.db"), ("undo",), ("restore", "copy.db", "--yes")], "3 won safe"),
        ([("export", "all.json"), ("delete", "2", "--yes"), ("import", "all.json", "--restore-deleted")],
         "2 open at-risk"),
    ],
)  # fmt: skip
def test_it_follows_what_the_person_does(
    streak: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[Step], shown: str
) -> None:
    """By whatever command."""
    monkeypatch.chdir(tmp_path)
    for words in steps:
        assert streak(*words).exit_code == 0, words
    assert streak("prompt", "--format", "{streak} {state} {risk}").output == f"{shown}\n"


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-22 23:59", ""),
        ("2026-11-23 23:59", "3 ✓\n"),
        ("2026-11-24 00:00", "3 ○\n"),
        ("2026-11-24 23:59", "3 ○\n"),
        ("2026-11-25 00:00", ""),
    ],
)
def test_it_follows_the_days(streak: Habit, at: str, shown: str) -> None:
    """One day ahead; after that it knows no more, and says nothing false."""
    streak("log", "a win")
    assert streak("prompt", at=at).output == shown


def test_a_day_ends_when_the_person_says(streak: Habit) -> None:
    """From when the new day start holds."""
    streak("config", "day-start", "04:00")
    streak("log", "a win", at="2026-11-23 23:00")
    assert streak("prompt", at="2026-11-24 03:59").output == "3 ✓\n"
    assert streak("prompt", at="2026-11-24 04:00").output == "3 ○\n"


def test_after_a_break_no_nought_is_shown(habit: Habit) -> None:
    """The sign of the open day is enough; who asks for the number gets it."""
    habit("log", "a win", at="2026-11-10 12:00")
    habit("log", "--on", "2026-11-09", "a win")
    assert habit("prompt").output == "○\n"
    assert habit("prompt", "--format", "{streak}").output == "0\n"


def test_a_person_who_flew_is_told_nothing_until_somebody_looked(streak: Habit) -> None:
    """It may be another day there."""
    assert streak("prompt", zone="Asia/Tokyo").output == ""
    streak("log", "a win", zone="Asia/Tokyo")
    assert streak("prompt", zone="Asia/Tokyo").output == "3 ✓\n"


def test_an_answer_that_waited_counts_once_a_command_stored_it(streak: Habit, home: Home) -> None:
    """Also a command that only reads."""
    now = moment("2026-11-23 14:00")
    key = NudgeKey(now.now.date(), DAILY)
    drop(Reply("u", key, "answer", now.now, now.zone_name, "a win"), home.inbox)
    streak("wins")
    assert streak("prompt").output == "3 ✓\n"


def test_a_file_that_cannot_be_written_is_no_failure(streak: Habit, home: Home) -> None:
    """The win is stored; what would be false is gone as far as it can be."""
    home.status.unlink()
    home.status.mkdir()
    said = streak("log", "a win")
    assert (said.exit_code, said.stderr) == (0, "")
    assert streak("prompt").output == ""


def test_a_full_disk_leaves_nothing_false(streak: Habit, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of before is removed."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("habit_tracker.actions.status.write_passing_file", full)
    assert streak("log", "a win").exit_code == 0
    assert not home.status.exists()


def test_the_file_is_private_and_holds_no_words(streak: Habit, home: Home) -> None:
    """Numbers and words of the program only, so that a shell may source it."""
    assert home.status.stat().st_mode & 0o777 == 0o600
    for line in home.status.read_text().splitlines():
        name, _, value = line.partition("=")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz_")
        assert value
        assert set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_field_without_a_meaning_is_refused(streak: Habit) -> None:
    """With those that have one; JSON around them stays as it is."""
    said = streak("prompt", "--format", "{steak}")
    assert said.exit_code == 2
    assert "{steak}" in said.stderr
    assert "{streak}" in said.stderr
    shown = streak("prompt", "--format", '{"text": "{streak}", "class": "{state}"}').output
    assert json.loads(shown) == {"text": "2", "class": "open"}


def test_status_names_the_file(habit: Habit, home: Home) -> None:
    """For whoever reads it without the program."""
    assert f"Prompts    {home.status}" in habit("status").output
    assert json.loads(habit("status", "--json").output)["status_file"] == str(home.status)
