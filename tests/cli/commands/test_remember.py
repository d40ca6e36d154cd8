"""habit remember, and the win that `habit` alone brings back."""

import json
from datetime import date, timedelta
from pathlib import Path

from conftest import Habit
from support.views import Person

MONDAY = date(2026, 11, 23)


def of_days(folder: Path, *ages: int) -> Person:
    """Somebody with wins so many days ago."""
    person = Person(folder)
    for age in ages:
        person.wins(MONDAY - timedelta(days=age), text=f"{age} days ago")
    return person


def test_of_this_day_a_year_ago(tmp_path: Path) -> None:
    """Before one of a month and a week ago."""
    person = of_days(tmp_path, 400, 365, 31, 7, 1)
    assert person.says("remember") == "A year ago, Sunday 23 November 2025\n    2  365 days ago\n"
    found = person.json("remember")
    assert (found["ago"], found["win"]["text"]) == ("a year ago", "365 days ago")


def test_without_an_anniversary_the_one_that_felt_best(tmp_path: Path) -> None:
    """And the next day another, then both again: never the same twice in a row."""
    person = of_days(tmp_path, 100, 50)
    person.wins(MONDAY - timedelta(days=40), text="the best", confidence=5)
    said = [Person(tmp_path, at=f"2026-11-{day}T12:00").json("remember")["win"]["text"] for day in (23, 24, 25)]
    assert said == ["the best", "100 days ago", "50 days ago"]


def test_it_stays_the_same_all_day(tmp_path: Path) -> None:
    """Also when a better one has come meanwhile; a deleted one gives way."""
    person = of_days(tmp_path, 100)
    assert person.json("remember")["win"]["text"] == "100 days ago"
    person.wins(MONDAY - timedelta(days=365), text="a year")
    assert person.json("remember")["win"]["text"] == "100 days ago"
    person.says("delete", "1", "--yes")
    assert person.json("remember")["win"]["text"] == "a year"


def test_nothing_is_said_where_there_is_nothing(habit: Habit) -> None:
    """A win of today is none from before, and nothing is made by looking."""
    assert habit("remember").stdout == 'Nothing to bring back yet: habit log "What you did"\n'
    habit("log", "today")
    assert json.loads(habit("remember", "--json").stdout) == {"ago": None, "win": None}


def test_habit_alone_shows_one_line_from_the_fourteenth_win_on(tmp_path: Path) -> None:
    """Until it is switched off."""
    person = of_days(tmp_path, *range(32, 45))
    assert "days ago" not in person.says()
    person.wins(MONDAY - timedelta(days=7), text="the week before")
    assert "\nA week ago: the week before\n" in person.says()
    person.says("config", "remember", "off")
    assert "the week before" not in person.says()
    assert person.json("remember")["win"]["text"] == "the week before"


def test_it_is_not_history(tmp_path: Path) -> None:
    """There is nothing to take back."""
    person = of_days(tmp_path, 7)
    person.says("remember")
    assert "There is nothing to take back." in person.run("undo").stderr


def test_a_file_that_cannot_be_written_is_looked_at(tmp_path: Path) -> None:
    """The note is for the next day alone."""
    person = of_days(tmp_path, 7)
    tmp_path.joinpath("habit.db").chmod(0o400)
    assert "A week ago" in person.says("remember")
