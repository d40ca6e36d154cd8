"""The weekly check goes on until it is switched off, in whatever order plans are made."""

from itertools import permutations
from pathlib import Path

import pytest
from support.views import Person

ON = ("--weekly", "fri 16:00", "--since", "2026-11-23")
LATER = ("--days", "weekdays", "--since", "2026-12-01")
OFF = ("--weekly", "off", "--since", "2026-12-08")
AFTER = ("--at", "9:00", "--since", "2026-12-15")


def weekly(person: Person) -> dict[str, bool]:
    """Whether the weekly check is planned from each day on that a plan holds from."""
    found = {}
    for day in ("2026-11-23", "2026-12-01", "2026-12-08", "2026-12-15"):
        found[day] = (
            "weekly check Friday at 16:00" in person._replace(at=f"{day}T12:00").says("plan").splitlines()[0]
        )
    return found


@pytest.mark.parametrize("order", list(permutations([ON, LATER, OFF])))
def test_plans_that_do_not_name_it_leave_it_as_it_is(tmp_path: Path, order: tuple[tuple[str, ...], ...]) -> None:
    person = Person(tmp_path, columns=120)
    for words in (*order, AFTER):
        person.says("plan", *words)
    assert weekly(person) == {"2026-11-23": True, "2026-12-01": True, "2026-12-08": False, "2026-12-15": False}


@pytest.mark.slow
@pytest.mark.parametrize("order", [(ON, LATER, OFF, AFTER), (AFTER, OFF, LATER, ON), (LATER, OFF, ON, AFTER)])
def test_each_of_them_can_be_taken_back(tmp_path: Path, order: tuple[tuple[str, ...], ...]) -> None:
    person = Person(tmp_path, columns=120)
    states = []
    for words in order:
        states.append(weekly(person))
        person.says("plan", *words)
    for before in reversed(states):
        person.says("undo")
        assert weekly(person) == before


def test_it_is_asked_under_a_later_plan(tmp_path: Path) -> None:
    """On a Friday under the plan that did not name it, and not once it is off."""
    person = Person(tmp_path)
    person.says("plan", *LATER)
    person.says("plan", *ON)
    person.says("plan", *OFF)
    person._replace(at="2026-12-03T12:00").says("snooze")  # somebody looks: from here on days are noted
    said = person._replace(at="2026-12-04T18:00")
    said.says("snooze")
    assert "16:00  weekly check" in said.says("nudges")
    later = person._replace(at="2026-12-11T18:00")
    later.says("snooze")
    assert "weekly check" not in later.says("nudges").partition("Thursday")[0]


def test_a_snooze_before_its_time_is_seen_by_status(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.says("snooze", "until", "18:30")
    for at in ("2026-11-23T12:01", "2026-11-23T17:30"):
        said = person._replace(at=at).says("status")
        assert "Asks       today, Monday 23 November at 18:30" in said
    assert person.json("status")["next"]["local"] == "2026-11-23T18:30:00+01:00"
