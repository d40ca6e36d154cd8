"""A win that was forgotten can be written down later: which one, and what the streak would be."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.views import Person

LAST = date(2026, 11, 22)
"""Yesterday, a Sunday."""
COMMAND = re.compile(r"^  \S+ (log --on \S+) \"\.\.\.\"$", re.MULTILINE)
PROMISE = re.compile(r"your streak would be (\d+) days?:")


def broken(folder: Path, missed: int, length: int = 5) -> Person:
    """Somebody with a streak of *length* days that ended *missed* days ago."""
    person = Person(folder)
    person.wins(*(LAST - timedelta(days=missed + step) for step in range(length)))
    return person


def flat(text: str) -> str:
    return " ".join(text.split())


def keeps_its_promise(person: Person, said: str) -> int:
    """How long the streak is once the commands that were *said* were followed: as long as they promised."""
    promised = PROMISE.search(flat(said))
    assert promised
    for command in COMMAND.findall(said):
        person.says(*command.split(), "Forgotten")
    assert person.json("streak")["current"]["length"] == int(promised[1])
    return int(promised[1])


@pytest.mark.parametrize("view", [("streak",), ("week",), ()])
def test_yesterday_can_be_added_and_the_streak_goes_on(tmp_path: Path, view: tuple[str, ...]) -> None:
    person = broken(tmp_path, missed=1)
    said = person.says(*view)
    assert "can be added. With one for yesterday, Sunday 22 November, your streak would be 6 days:" in flat(said)
    assert "next win begins" not in said
    assert keeps_its_promise(person, said) == 6


@pytest.mark.parametrize("missed", [2, 3])
def test_each_of_a_few_days_is_named(tmp_path: Path, missed: int) -> None:
    person = broken(tmp_path, missed)
    said = person.says("streak")
    assert ("Friday 20, " * (missed - 2) + "Saturday 21 and Sunday 22 November") in flat(said)
    assert len(COMMAND.findall(said)) == missed
    assert keeps_its_promise(person, said) == 5 + missed


def test_of_more_days_the_number_is_said(tmp_path: Path) -> None:
    said = flat(broken(tmp_path, missed=5).says("streak"))
    assert "With one for each of the 5 planned days from 18 to 22 November, your streak would be 10 days:" in said
    assert 'habit log --on DAY "..."' in said


def test_after_long_nothing_is_promised(tmp_path: Path) -> None:
    said = broken(tmp_path, missed=30).says("streak")
    assert "would be" not in said
    assert 'A win you forgot to write down can be added to its day:\n  habit log --on DAY "..."\n' in said
    assert said.startswith("A win today begins a new streak.\n")


def test_only_days_that_count_are_asked_for(tmp_path: Path) -> None:
    """On Monday, with Wednesday off, Friday missed and a free weekend."""
    person = Person(tmp_path)
    person.says("plan", "--days", "weekdays", "--since", "2026-11-01")
    person.wins("2026-11-16", "2026-11-17", "2026-11-19")
    person.says("time-off", "2026-11-18")
    for view in (("streak",), ("week",)):
        assert "With one for Friday 20 November, your streak would be 4 days:" in flat(person.says(*view))
    assert keeps_its_promise(person, person.says("streak")) == 4


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ("2026-11-24T01:30", "Europe/Berlin"),
        ("2026-11-24T03:59", "Pacific/Auckland"),
        ("2026-11-23T04:00", "America/New_York"),
    ],
)
def test_yesterday_is_that_of_the_persons_day(tmp_path: Path, at: str, zone: str) -> None:
    """With a day start of 04:00 it is still Monday 23 November; Sunday was missed."""
    Person(tmp_path, at="2026-11-20T12:00", zone=zone).says("config", "day-start", "04:00")
    person = Person(tmp_path, at=at, zone=zone)
    person.wins("2026-11-20", "2026-11-21")
    said = person.says("streak")
    assert "for yesterday, Sunday 22 November, your" in flat(said)
    assert keeps_its_promise(person, said) == 3


def test_a_day_lost_on_a_flight_is_not_asked_for(tmp_path: Path) -> None:
    honolulu = Person(tmp_path, at="2026-11-23T18:00", zone="Pacific/Honolulu")
    honolulu.says("log", "At the airport")
    auckland = honolulu._replace(at="2026-11-25T09:00", zone="Pacific/Auckland")
    assert "would be" not in auckland.says("streak") + auckland.says("week") + auckland.says("log", "Landed")


def test_a_streak_that_has_just_begun_may_be_the_old_one(tmp_path: Path) -> None:
    person = broken(tmp_path, missed=1)
    said = person.says("log", "Back again")
    assert "Day 1 of a new streak.\nYou are back after 1 day. Your last was 'Shared my idea'.\nA win you" in said
    assert keeps_its_promise(person, said) == 7
    tomorrow = person._replace(at="2026-11-24T12:00")
    assert "would be" not in tomorrow.says("streak")


def test_it_is_not_said_for_ever(tmp_path: Path) -> None:
    person = broken(tmp_path, missed=1)
    person.wins("2026-11-23", "2026-11-24")
    assert "would be 8 days" in flat(person._replace(at="2026-11-24T12:00").says("streak"))
    assert "would be" not in person._replace(at="2026-11-25T12:00").says("streak")


@pytest.mark.parametrize("view", [("streak",), ("week",)])
def test_a_look_back_gives_no_advice(tmp_path: Path, view: tuple[str, ...]) -> None:
    said = broken(tmp_path, missed=1).says(*view, "--as-of", "today")
    assert "habit log" not in said
    assert "new" not in said


@pytest.mark.slow
def test_the_first_win_ever_has_nothing_to_fill_in(tmp_path: Path) -> None:
    person = Person(tmp_path)
    assert person.says("log", "First").endswith("Day 1: your first streak begins.\n")
    assert "would be" not in person.says("streak") + person.says("week") + person.says()


def test_a_win_of_a_later_date_changes_nothing(tmp_path: Path) -> None:
    person = broken(tmp_path, missed=1)
    before = person.says("streak")
    person.wins("2026-11-25")
    assert person.says("streak") == before


def test_filling_in_says_what_is_still_missing(tmp_path: Path) -> None:
    person = broken(tmp_path, missed=2)
    said = person.says("log", "--on", "2026-11-21", "One")
    assert "It fills in a day of the past: 6 days with a win so far." in flat(said)
    assert keeps_its_promise(person, said) == 7


def test_filling_in_an_old_gap_does_not_lead_to_an_older_one(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins(*(f"2026-11-{day}" for day in (15, 16, 18, 19, 20, 22, 23)))
    assert "would be" not in person.says("log", "--on", "2026-11-21", "Closed")
