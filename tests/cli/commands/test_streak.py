"""habit streak, for people and for programs."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.views import Person


def days(first: str, number: int) -> list[date]:
    return [date.fromisoformat(first) + timedelta(days=step) for step in range(number)]


def test_today_open_names_its_end(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins(*days("2026-11-20", 3))
    assert person.says("streak").startswith(
        "3 days in a row, since 20 November\n○ Today is open: a win before midnight"
    )
    person.says("config", "day-start", "04:00")
    assert "a win before 04:00 tomorrow keeps the streak" in person.says("streak")


def test_today_done_says_how_long_it_is_safe(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-20T12:00")
    person.says("plan", "--days", "weekdays")
    person.wins(*days("2026-11-19", 2))
    assert "safe until the end of Monday 23 November." in person.says("streak")


def test_after_a_break_it_shows_the_way_back(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-01", "2026-11-03", "2026-11-05", "2026-11-10", "2026-11-11")
    said = person.says("streak")
    assert said.startswith("The next win begins a new streak.")
    assert "2 of 3 breaks ended after one day" in said
    assert "2 days, 10 to 11 November" in said
    assert " 0 " not in said


@pytest.mark.parametrize(
    ("wins", "words"),
    [
        (["2026-11-01", "2026-11-06"], "1 of 1 break ended within a week"),
        (["2026-01-01", "2026-06-06"], "come back from 1 break"),
    ],
)
def test_longer_breaks_end_too(tmp_path: Path, wins: list[str], words: str) -> None:
    person = Person(tmp_path)
    person.wins(*wins)
    assert words in person.says("streak")


def test_all_lists_every_streak(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins(*days("2025-12-30", 4), "2026-11-22")
    assert person.json("streak", "--all") == [
        {"length": 4, "first": "2025-12-30", "last": "2026-01-02"},
        {"length": 1, "first": "2026-11-22", "last": "2026-11-22"},
    ]
    newest, oldest = person.says("streak", "--all").splitlines()
    assert newest.split("  ")[-2:] == ["22 November", "(current)"]
    assert oldest.endswith("30 December 2025 to 2 January 2026  (longest)")


def test_the_form_for_programs_is_stable(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-21", "2026-11-22", "2026-11-22")
    span = {"length": 2, "first": "2026-11-21", "last": "2026-11-22"}
    assert person.json("streak") == {
        "as_of": "2026-11-23",
        "current": span,
        "longest": span,
        "at_risk": True,
        "won_today": False,
        "counts_today": True,
        "total_wins": 3,
        "total_days": 2,
    }
