"""habit log."""

import json
import sys
from pathlib import Path

import pytest
from conftest import Habit

from habit_tracker.storage.home import Home


def texts(habit: Habit) -> list[str]:
    """The texts of all wins, newest first."""
    return [win["text"] for win in json.loads(habit("wins", "--json").stdout)]


def test_the_answer_says_the_day_and_the_streak(habit: Habit) -> None:
    """What a person wants to know after logging."""
    first = habit("log", "Shared", "my", "idea")
    assert (
        first.stdout
        == "Logged for today, Monday 23 November (win 1): Shared my idea\nDay 1: your first streak begins.\n"
    )
    assert texts(habit) == ["Shared my idea"]
    second = habit("log", "again")
    assert "Your streak stays at 1 day." in second.stdout
    third = habit("log", "next", at="2026-11-24 09:00")
    assert "Day 2 of your streak, since 23 November. It is your longest yet." in third.stdout


def test_another_day(habit: Habit) -> None:
    """By name, by weekday, by date."""
    for word, said in [
        ("yesterday", "yesterday, Sunday 22 November"),
        ("monday", "today, Monday 23 November"),
        ("tue", "Tuesday 17 November"),
        ("2025-12-31", "Wednesday 31 December 2025"),
    ]:
        assert f"Logged for {said} " in habit("log", "x", "--on", word).stdout


def test_filling_a_gap_joins_two_streaks(habit: Habit) -> None:
    """And says so."""
    for day in ("2026-11-21", "2026-11-23"):
        habit("log", "x", "--on", day)
    assert "Your streak is now 3 days, since 21 November." in habit("log", "x", "--on", "yesterday").stdout


def test_a_day_long_ago(habit: Habit) -> None:
    """It does not touch the streak of today."""
    habit("log", "x")
    assert "It fills in a day of the past" in habit("log", "x", "--on", "2020-01-01").stdout


def test_a_text_may_begin_with_a_dash(habit: Habit) -> None:
    """In quotes, or after two dashes."""
    for words, text in [
        (["-5 kg"], "-5 kg"),
        (["-5", "kg", "-c", "4"], "-5 kg"),
        (["- a list"], "- a list"),
        (["--", "-c", "is an option"], "-c is an option"),
        (["--on the roadmap"], "--on the roadmap"),
    ]:
        assert habit("log", *words).exit_code == 0
        assert texts(habit)[0] == text


def test_standard_input(habit: Habit) -> None:
    """With - as the text."""
    assert habit("log", "-", input="from a pipe\nsecond line\n").exit_code == 0
    assert texts(habit) == ["from a pipe\nsecond line"]


@pytest.mark.parametrize("day", ["tomorrow", "03/04"])
def test_a_day_that_will_not_do_is_refused_before_the_editor_opens(
    habit: Habit, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """Nothing is written in vain."""
    monkeypatch.setenv("EDITOR", "no such editor")
    found = habit("log", "--edit", "--on", day)
    assert found.exit_code in {1, 2}
    assert "editor" not in found.stderr


def test_the_editor(habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It opens with what stands on the command line; what it saves is logged."""
    script = tmp_path / "editor.py"
    script.write_text("import sys\nwith open(sys.argv[1], 'a') as file: file.write('second line')\n")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    assert habit("log", "--edit", "first", "line").exit_code == 0
    assert texts(habit) == ["first line\nsecond line"]
    monkeypatch.setenv("EDITOR", "true")
    assert "Nothing was logged: the editor saved nothing." in habit("log", "--edit").stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "There is no text to log"),
        ([""], 1, "There is no text to log"),
        ([" \n\t"], 1, "There is no text to log"),
        (["x" * 10_001], 1, "10,001 characters; a win may have up to 10,000"),
        (["x", "--on", "2026-02-30"], 2, "'2026-02-30' is not a day. Write today"),
        (["x", "--on", "31/13/2026"], 2, "is not a day"),
        (["x", "--on", "03/04"], 2, "write 2026-04-03 or 2026-03-04"),
        (["x", "--on", "20261120"], 2, "is not a day"),
        (["x", "--on", "2026-W47-1"], 2, "is not a day"),
        (["x", "--on", "２０２６-11-20"], 2, "is not a day"),
        (
            ["Worked", "--on", "the", "roadmap"],
            2,
            "'the' is not a day. If it belongs to the win, put the win in quotes",
        ),
        (
            ["--on", "3", "days", "ago", "x"],
            2,
            "'3' is not a day. Put a day of several words in quotes: --on '3 days ago'",
        ),
        (["--on", "-1", "x"], 2, "'-1' is not a day. Write today"),
        (["x", "--on", "2026-11-24"], 1, "Tuesday 24 November has yet to come"),
        (["x", "-c", "9"], 2, "'9' is no confidence. Write a whole number from 1 to 5."),
        (["x", "-c", "high"], 2, "'high' is no confidence. Write a whole number from 1 to 5."),
        (["x", "--confidance", "4"], 2, "No such option '--confidance'. Did you mean --confidence?"),
        (["nul\0"], 1, "cannot be stored"),
        (["half \ud83d"], 1, "cannot be stored"),
    ],
)
def test_bad_input_gets_one_sentence_and_stores_nothing(
    habit: Habit, home: Home, words: list[str], code: int, said: str
) -> None:
    """On stderr."""
    found = habit("log", *words)
    assert (found.exit_code, found.stdout) == (code, "")
    assert found.stderr.startswith("Error: ")
    assert said in found.stderr
    assert found.stderr.count("\n") == 1
    assert texts(habit) == []


@pytest.mark.parametrize(("words", "said"), [
    ([], "What is one thing that made you feel accomplished?"),
    (["--on", "today"], "What is one thing that made you feel accomplished?"),
    (["--on", "2026-11-20"], "Friday 20 November 2026. What is one thing"),
])  # fmt: skip
def test_the_question_names_the_day(words: list[str], said: str) -> None:
    """That for which the win is going to be logged."""
    from support.terminal import typed

    _, shown = typed("log", *words, text="\n", env={"TZ": "Europe/Berlin"})
    assert said.replace(" 2026", "") in shown.replace(" 2026", "")
