"""habit plan, with dates."""

from datetime import date
from pathlib import Path

from support.views import Person


def test_a_plan_may_begin_later(tmp_path: Path) -> None:
    person = Person(tmp_path)
    said = person.says("plan", "--days", "mon-thu", "--at", "9am", "--since", "2026-12-01")
    assert "You are asked every day at 17:00" in said
    assert "from 1 December: Monday to Thursday at 09:00" in said


def test_a_plan_may_begin_in_the_past_and_holds_until_the_next(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins("2026-10-01")
    person.says("plan", "--days", "weekdays")
    said = person.says("plan", "--at", "8:30", "--since", "2026-11-02")
    assert "You are asked Monday to Friday at 17:00, since 23 November." in said
    assert said.index("2 to 22 November: every day at 08:30") < said.index(
        "1 October to 1 November: every day at 17:00"
    )


def test_what_is_not_given_stays_as_it_is_on_that_day(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("plan", "--at", "16:45", "--days", "weekdays")
    assert "Monday to Friday at 07:00" in person.says("plan", "--at", "7:00", "--since", "tomorrow")


def test_a_weekday_is_the_next_one(tmp_path: Path) -> None:
    assert "from 27 November" in Person(tmp_path).says(
        "plan", "--days", "daily", "--at", "9:00", "--since", "friday"
    )


def test_a_change_today_leaves_the_streak_as_it_was(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.wins(*(date(2026, 11, day) for day in range(16, 23)))
    before = person.json("streak")["current"]
    person.says("plan", "--days", "tue", "--since", "tomorrow")
    assert person.json("streak")["current"] == before


def test_the_same_day_again_replaces_the_plan(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("plan", "--days", "mon")
    said = person.says("plan", "--days", "tue")
    assert "Tuesday at 17:00" in said
    assert "Monday" not in said
