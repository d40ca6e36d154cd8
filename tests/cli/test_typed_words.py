"""Days and times as words of a command, without an option: as people type them."""

import json

import pytest
from conftest import Habit


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("plan 16:45", "every day at 16:45, since"),
        ("plan 9", "every day at 09:00, since"),
        ("plan weekdays", "Monday to Friday at 17:00, since"),
        ("plan mon-fri 17:30", "Monday to Friday at 17:30, since"),
        ("plan weekdays at 5.30 pm", "Monday to Friday at 17:30, since"),
        ("plan mon wed fri 9 --since 2026-12-01", "Monday, Wednesday and Friday at 09:00"),
        ("plan 9 --days mon-fri", "Monday to Friday at 09:00, since"),
        ("time-off tomorrow", "Tuesday 24 November"),
        ("time-off tomorrow friday", "Tuesday 24 November to Friday 27 November, 4 days"),
        ("time-off 24 dec - 2 jan --reason Christmas", "Thursday 24 December to Saturday 2 January 2027, 10 days"),
        ("time-off next week", "Monday 30 November to Sunday 6 December, 7 days"),
        ("calendar 2025", "2025\n"),
        ("calendar november", "November 2026\n"),
        ("calendar december", "December 2025\n"),
        ("calendar nov 2025", "November 2025\n"),
        ("calendar last month", "October 2026\n"),
        ("week last", "Last week, 16 to 22 November\n"),
        ("week 3 weeks ago", "2 to 8 November\n"),
        ("week nov 2", "2 to 8 November\n"),
    ],
)
def test_a_command_takes_the_words_as_they_come(habit: Habit, words: str, said: str) -> None:
    """And says what it understood."""
    found = habit(*words.split())
    assert found.exit_code == 0, found.stderr
    assert said in found.stdout


def test_a_list_takes_a_number_or_days(habit: Habit) -> None:
    """The newest so many, or those of some days."""
    for day in ("3 days ago", "yesterday", "today"):
        assert habit("log", "--on", day, day).exit_code == 0
    for words, texts in [
        ("2", ["today", "yesterday"]),
        ("last 2", ["today", "yesterday"]),
        ("last week", ["yesterday", "3 days ago"]),
        ("yesterday", ["yesterday"]),
        ("november", ["today", "yesterday", "3 days ago"]),
        ("2025", []),
        ("10 --to yesterday", ["yesterday", "3 days ago"]),
    ]:
        found = json.loads(habit("wins", *words.split(), "--json").stdout)
        assert [win["text"] for win in found] == texts, words
    assert len(json.loads(habit("history", "2", "--json").stdout)) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("30", "18:35"),
        ("1h", "19:05"),
        ("half an hour", "18:35"),
        ("till 8pm", "20:00"),
        ("20:00", "20:00"),
        ("until midnight", "23:59"),
    ],
)
def test_a_question_is_put_off_in_the_persons_words(habit: Habit, words: str, said: str) -> None:
    """By a length of time, or until a time of day."""
    found = habit("snooze", *words.split(), at="2026-11-23 18:05")
    assert found.stdout == f"You are asked at {said} (Europe/Berlin).\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("plan 17:00 --at 18:00", "Write the time once"),
        ("plan weekdays --days daily", "Write the time once, and the days"),
        ("plan someday", "'someday' names no days and no time"),
        ("time-off friday saturday monday", "both ends: 2026-12-24..2027-01-02"),
        ("time-off 03/04", "write 2027-04-03 or 2027-03-04"),
        ("calendar nov 25", "'nov 25' is not a year"),
        ("calendar 2025 --month", "habit calendar 2025-11"),
        ("week 4", "habit week -n 4"),
        ("week last --last", "Name one week"),
        ("wins x", "'x' is no number and no days"),
        ("wins 10 -n 5", "Name the number once"),
        ("history x", "'x' is no number"),
        ("snooze 1 2 3", "'1 2 3' is not a length of time"),
        ("snooze until tomorrow", "'tomorrow' is not a time of day"),
    ],
)
def test_what_cannot_be_understood_is_said(habit: Habit, words: str, said: str) -> None:
    """In one sentence, with what would have been right."""
    found = habit(*words.split())
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert said in found.stderr
    assert len(found.stderr) <= 160
