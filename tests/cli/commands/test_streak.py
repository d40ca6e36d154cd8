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
    said = " ".join(person.says("streak").split())
    assert "○ Today, Monday 23 November, is open: a win before 04:00 on Tuesday keeps the streak." in said


def test_today_done_says_how_long_it_is_safe(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-20T12:00")
    person.says("plan", "--days", "weekdays")
    person.wins(*days("2026-11-19", 2))
    assert "safe until the end of Monday 23 November." in person.says("streak")


def test_after_a_break_it_shows_the_way_back(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-01", "2026-11-03", "2026-11-05", "2026-11-10", "2026-11-11")
    said = person.says("streak")
    assert said.startswith("A win today begins a new streak.")
    assert "Last        2 days, 10 to 11 November\nBreak       11 days, 12 to 22 November\n" in said
    assert "2 of 3 breaks ended after one day" in said
    assert " 0 " not in said


@pytest.mark.parametrize(
    ("plan", "wins", "words"),
    [
        ("daily", ["2026-11-21"], "1 day, no win on Sunday 22 November"),
        ("weekdays", ["2026-11-19"], "3 days, no win on Friday 20 November"),
        ("weekdays", ["2026-11-18"], "4 days, no win on Thursday 19 and Friday 20 November"),
        ("mon,thu", ["2026-11-10"], "11 days, no win on Thursday 12, Monday 16 and Thursday 19 November"),
        ("weekdays", ["2026-11-16"], "6 days, 17 to 22 November, 4 of them planned"),
        ("sun", ["2026-10-20"], "29 days, 25 October to 22 November, 5 of them planned"),
        ("sun", ["2026-10-26"], "22 days, 1 to 22 November, 4 of them planned"),
    ],
)
def test_a_break_is_told_in_days_of_the_calendar(tmp_path: Path, plan: str, wins: list[str], words: str) -> None:
    """From the first day missed on; few of them are named."""
    person = Person(tmp_path)
    person.says("plan", "--days", plan, "--since", "2026-10-01")
    person.wins(*wins)
    assert f"Break       {words}\n" in person.says("streak")


def test_a_week_of_planned_days_may_be_more_than_a_week(tmp_path: Path) -> None:
    """Five planned days were missed, and the break lasted for ten."""
    person = Person(tmp_path)
    person.says("plan", "--days", "mon,wed,fri", "--since", "2026-10-01")
    person.wins("2026-11-02", "2026-11-14")
    assert "within a week" not in person.says("streak")


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
    assert person.json("streak", "--all", "-n", "1") == person.json("streak", "--all")[1:]
    assert (
        person.says("streak", "--all", "-n", "1").splitlines() == person.says("streak", "--all").splitlines()[:1]
    )
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
        "newest_wins": person.json("wins"),
        "days_shown_up": 2,
    }


def test_the_newest_wins_of_the_streak_are_listed(tmp_path: Path) -> None:
    """Three unless another number is asked for, each on one line, each day named once."""
    person = Person(tmp_path, columns=40)
    person.wins("2026-11-18", text="Of an earlier streak")
    person.wins("2026-11-20", text="First")
    person.wins("2026-11-21", text="A long text that does not fit into the line", confidence=4)
    person.wins("2026-11-22", text="One")
    person.wins("2026-11-22", text="Two\nlines")
    listed = "\nSun 22 Nov  Two…\n            One\nSat 21 Nov  A long text that does…  4/5\n\n"
    assert listed in person.says("streak")
    assert "Fri 20 Nov  First" in person.says("streak", "-n", "9")
    assert "Of an earlier streak" not in person.says("streak", "-n", "9")
    assert "Nov  " not in person.says("streak", "-n", "0")
    assert [win["text"] for win in person.json("streak", "-n", "2")["newest_wins"]] == ["Two\nlines", "One"]


def test_wins_of_another_year_have_it(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2027-01-01T12:00")
    person.wins("2026-12-31", "2027-01-01")
    assert "\nFri  1 Jan  Shared my idea\n31 Dec 2026 Shared my idea\n" in person.says("streak")


def test_a_look_back_lists_the_wins_of_that_time(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-11-18", "2026-11-19", "2026-11-22")
    assert [win["day"] for win in person.json("streak", "--as-of", "2026-11-19")["newest_wins"]] == [
        "2026-11-19",
        "2026-11-18",
    ]
