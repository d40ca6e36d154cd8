"""Somebody who has been away reads what stands and the smallest next step, and is welcomed back once."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.views import Person

TODAY = date(2026, 11, 23)
STANDS = "One small thing is enough to begin again."
BACK = "Good to have you back"


def away(folder: Path, missed: int, wins: int = 5) -> Person:
    """Somebody whose streak of so many *wins* ended *missed* days before today."""
    person = Person(folder)
    person.wins(*(TODAY - timedelta(days=missed + 1 + step) for step in range(wins)))
    return person


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("view", [("streak",), ()])
@pytest.mark.parametrize(("missed", "words"), [
    (3, f"5 of the last 60 days have a win, 5 days in all. {STANDS}"),
    (30, f"5 of the last 60 days have a win, 5 days in all. {STANDS}"),
    (57, f"2 of the last 60 days have a win, 5 days in all. {STANDS}"),
    (900, f"5 days with a win stand. {STANDS}"),
])  # fmt: skip
def test_after_three_days_it_says_what_stands(
    tmp_path: Path, view: tuple[str, ...], missed: int, words: str
) -> None:
    """And never a figure of nothing."""
    said = flat(away(tmp_path, missed).says(*view))
    assert words in said
    assert "0 of" not in said


@pytest.mark.parametrize("view", [("streak",), ()])
@pytest.mark.parametrize("missed", [0, 1, 2])
def test_a_short_break_is_only_a_day_to_fill_in(tmp_path: Path, view: tuple[str, ...], missed: int) -> None:
    assert STANDS not in flat(away(tmp_path, missed).says(*view))


def test_the_first_win_after_it_is_welcomed_once(tmp_path: Path) -> None:
    """In one sentence, with how long they were away and where they left off."""
    person = away(tmp_path, missed=4)
    said = person.says("log", "Tried again")
    assert f"Day 1 of a new streak.\n{BACK} after 4 days. Your last was 'Shared my idea'." in said
    assert said.count("back") == 1
    assert BACK not in person.says("log", "And once more")
    assert STANDS not in flat(person.says())


def test_a_day_filled_in_is_no_return(tmp_path: Path) -> None:
    """Somebody who writes down what they forgot has not been away."""
    assert BACK not in away(tmp_path, missed=4).says("log", "--on", "yesterday", "Forgot to write it down")


def test_days_off_are_not_being_away(tmp_path: Path) -> None:
    """Only counting days are missed."""
    person = away(tmp_path, missed=10)
    person.says("time-off", "2026-11-14", "2026-11-22")
    assert STANDS not in flat(person.says("streak"))
