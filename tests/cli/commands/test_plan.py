"""habit plan."""

import pytest
from conftest import Habit


def test_the_plan_before_any_is_said(habit: Habit) -> None:
    """17:00, every day."""
    assert habit("plan").stdout == "You are asked every day at 17:00.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--at", "16:45"], "every day at 16:45"),
        (["--at", "5pm"], "every day at 17:00"),
        (["--at", "12am"], "every day at 00:00"),
        (["--at", "5:30 PM"], "every day at 17:30"),
        (["--days", "weekdays"], "Monday to Friday at 17:00"),
        (["--days", "mon,wed,Friday"], "Monday, Wednesday and Friday at 17:00"),
        (["--days", "mon-thu"], "Monday to Thursday at 17:00"),
        (["--days", "sat-sun"], "Saturday and Sunday at 17:00"),
        (["--days", "fri-mon"], "Monday, Friday, Saturday and Sunday at 17:00"),
        (["--days", "daily", "--at", "9:00"], "every day at 09:00"),
    ],
)
def test_a_plan_in_the_persons_words(habit: Habit, words: list[str], said: str) -> None:
    """It is said back, and kept."""
    assert f"You are asked {said}, since 23 November." in habit("plan", *words).stdout
    assert f"You are asked {said}, since 23 November." in habit("plan").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--at", "25:00"],
        ["--at", "17.5"],
        ["at", "25"],
        ["17:00", "--at", "18:00"],
        ["mon-fri", "--days", "daily"],
        ["someday"],
        ["--at", "13pm"],
        ["--at", "１７:00"],
        ["--days", ""],
        ["--days", "mon,someday"],
        ["--days", "m"],
        ["--days", "mon-"],
    ],
)
def test_bad_input_changes_nothing(habit: Habit, words: list[str]) -> None:
    """One sentence that says what would have been right."""
    found = habit("plan", *words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "Write" in found.stderr
    assert habit("plan").stdout == "You are asked every day at 17:00.\n"


def test_a_changed_plan_leaves_the_past_alone(habit: Habit) -> None:
    """A Sunday that was missed under the daily plan stays missed."""
    for day in ("2026-11-20", "2026-11-21"):
        habit("log", "x", at=f"{day} 12:00")
    habit("plan", "--days", "weekdays")
    habit("log", "x")
    assert '"length": 1' in habit("streak", "--json").stdout
    assert "20 to 22 November: every day at 17:00" in habit("plan").stdout
