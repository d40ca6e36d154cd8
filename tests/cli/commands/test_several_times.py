"""habit plan with several times a day."""

import json
from pathlib import Path

import pytest
from support.views import Person

MORNING = "2026-11-23T08:00"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody who plans on a Monday morning."""
    return Person(tmp_path / "home", at=MORNING)


def plan(person: Person, *words: str) -> str:
    """What the plan is, without its date, after these words."""
    sentence = " ".join(person.says("plan", *words).split()).partition(".")[0]
    return sentence.partition(", since")[0].removeprefix("You are asked ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("9:00 and 17:00",), "every day at 09:00 and 17:00"),
        (("17:00,", "9:00"), "every day at 09:00 and 17:00"),
        (("weekdays", "at", "9,", "noon", "and", "5pm"), "Monday to Friday at 09:00, 12:00 and 17:00"),
        (("mon, wed and fri at 9:00 and 17:00",), "Monday, Wednesday and Friday at 09:00 and 17:00"),
        (("--also", "11:00"), "every day at 11:00 and 17:00"),
        (("--also", "14:00", "--also", "11:00"), "every day at 11:00, 14:00 and 17:00"),
        (("--also", "14:00 and 11:00", "--at", "9"), "every day at 09:00, 11:00 and 14:00"),
        (("--also", "17:00"), "every day at 17:00"),
        (("9:00 and 9:00",), "every day at 09:00"),
        (("--also", "off"), "every day at 17:00"),
    ],
)
def test_times_are_said_in_their_order(person: Person, words: tuple[str, ...], said: str) -> None:
    assert plan(person, *words) == said


def test_further_times_stay_until_they_are_named_anew(person: Person) -> None:
    assert plan(person, "9:00 and 17:00") == "every day at 09:00 and 17:00"
    assert plan(person, "weekdays") == "Monday to Friday at 09:00 and 17:00"
    assert plan(person, "--at", "10:00") == "Monday to Friday at 10:00 and 17:00"
    assert plan(person, "--also", "11:00", "--also", "12:00") == "Monday to Friday at 10:00, 11:00 and 12:00"
    assert plan(person, "--also", "16:00") == "Monday to Friday at 10:00 and 16:00"
    assert plan(person, "daily") == "every day at 10:00 and 16:00"
    assert plan(person, "--also", "off") == "every day at 10:00"


def test_off_takes_away_what_another_time_has_hidden(person: Person) -> None:
    plan(person, "17:00", "--also", "11:00")
    assert plan(person, "11:00") == "every day at 11:00"
    plan(person, "--also", "off")
    assert plan(person, "17:00") == "every day at 17:00"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--also", "1,2,3,4,5,6"), "7 questions a day; there may be up to 6"),
        (("--also", "soon"), "'soon' is not a time of day"),
        (("--also", "off", "--also", "9"), "or off"),
        (("9:00 and 17:00", "--also", "11:00"), "Write the time once"),
        (("--also", "9", "--since", "someday"), "someday"),
    ],
)
def test_what_cannot_be_changes_nothing(person: Person, words: tuple[str, ...], said: str) -> None:
    plan(person, "9:00 and 17:00")
    refused = person.run("plan", *words)
    assert (refused.exit_code in {1, 2}, said in refused.stderr) == (True, True)
    assert plan(person) == "every day at 09:00 and 17:00"


def test_it_can_be_taken_back_and_brought_back(person: Person) -> None:
    plan(person, "--also", "11:00")
    assert "changed the plan to every day at 11:00 and 17:00" in person.says("undo")
    assert plan(person) == "every day at 17:00"
    person.says("redo")
    assert plan(person) == "every day at 11:00 and 17:00"


def test_a_day_to_come_may_have_more(person: Person) -> None:
    assert plan(person, "--also", "11:00", "--since", "tomorrow") == "every day at 17:00"
    assert plan(person._replace(at="2026-11-24T08:00")) == "every day at 11:00 and 17:00"


def test_it_travels(person: Person, tmp_path: Path) -> None:
    plan(person, "9:00, 12:00 and 17:00")
    person.says("export", str(tmp_path / "all.json"))
    other = person._replace(folder=tmp_path / "other")
    other.says("import", str(tmp_path / "all.json"))
    assert plan(other) == "every day at 09:00, 12:00 and 17:00"
    content = json.loads((tmp_path / "all.json").read_text())
    content["plan_prompts"][1]["occurrence"] = 7
    (tmp_path / "odd.json").write_text(json.dumps(content))
    third = person._replace(folder=tmp_path / "third")
    assert "plan_prompts[1].occurrence" in third.run("import", str(tmp_path / "odd.json")).output


def test_every_page_names_the_next_one(person: Person) -> None:
    plan(person, "9:00 and 17:00")
    assert "today, Monday 23 November at 09:00" in person.says("status")
    noon = person._replace(at="2026-11-23T12:00")
    assert person.json("status")["next"]["local"].startswith("2026-11-23T09:00")
    noon.says("snooze", "1h")
    assert "17:00  question: to come" in noon.says("nudges")
    noon.says("log", "Held the talk")
    assert "tomorrow, Tuesday 24 November at 09:00" in noon.says("status")
    assert "to come" not in noon.says("nudges")


def test_what_is_planned_after_its_time_is_noted(person: Person) -> None:
    afternoon = person._replace(at="2026-11-23T14:00")
    plan(afternoon, "--also", "11:00")
    assert "today, Monday 23 November at 17:00" in afternoon.says("status")
    assert "11:00  question: superseded" in afternoon.says("nudges")
