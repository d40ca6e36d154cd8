"""The weekly look back: the win of the week, why, and how the week felt; each optional, and undoable."""

import json
from pathlib import Path

import pytest
from support.views import Person

MONDAY = "2026-11-23T12:00"
FRIDAY = "2026-11-27T17:00"


def week_of_wins(folder: Path, at: str = FRIDAY) -> Person:
    """Somebody with wins 1 and 2 in the week before 23 November, and 3 and 4 in the one of it."""
    person = Person(folder, at)
    person.wins("2026-11-17", "2026-11-19", "2026-11-23")
    if at == FRIDAY:
        person.wins("2026-11-25")
    return person


def review(person: Person, *words: str) -> dict[str, object]:
    """What is said of the week, for programs."""
    found: dict[str, object] = person.json("week", *words)["review"]
    return found


def test_the_win_of_the_week_stands_out_in_every_view(tmp_path: Path) -> None:
    person = week_of_wins(tmp_path)
    page = person.says("week", "--choose", "3", "--why", "I prepared for it", "--rate", "4", "--gladly", "3")
    assert "✓ Mon 23  Shared my idea  ★\n" in page
    assert "\n★ because   I prepared for it\nAt work     confident 4 of 5, gladly 3 of 5\n" in page
    for view in (("wins",), ("week",), ("export", "--format", "markdown")):
        assert (
            person.says(*view).count("Shared my idea ★".replace(" ★", "  ★" if view[0] != "export" else " ★")) == 1
        )
    assert [win["chosen"] for win in person.json("wins")] == [False, True, False, False]
    assert person.says("export", "--format", "csv").count(",yes,") == 1


@pytest.mark.parametrize(("at", "words", "first"), [
    (FRIDAY, (), "2026-11-23"),
    (MONDAY, (), "2026-11-16"),
    (MONDAY, ("--of", "today"), "2026-11-23"),
    (FRIDAY, ("last",), "2026-11-16"),
    (FRIDAY, ("--last",), "2026-11-16"),
    (FRIDAY, ("--choose", "1"), "2026-11-16"),
])  # fmt: skip
def test_it_is_about_the_week_that_a_person_means(
    tmp_path: Path, at: str, words: tuple[str, ...], first: str
) -> None:
    """From its fourth day on this week, before that the last one; else the one named, or that of the win."""
    assert review(week_of_wins(tmp_path, at), "--rate", "3", *words)["first"] == first


def test_it_is_changed_and_taken_back(tmp_path: Path) -> None:
    """Another win takes the reason for the first along; an empty text takes back a text."""
    person = week_of_wins(tmp_path)
    person.says("week", "--choose", "3", "--why", "I prepared for it", "--obstacle", "Two meetings")
    assert review(person, "--choose", "3", "--rate", "5")["why"] == "I prepared for it"
    changed = review(person, "--choose", "4", "--obstacle", "")
    assert (changed["why"], changed["rate"], changed["obstacle"]) == (None, 5, None)
    person.says("undo", "3", "--yes")
    assert review(person)["rate"] is None
    person.says("redo", "3", "--yes")
    assert review(person) == changed


@pytest.mark.parametrize(("words", "sentence"), [
    (("--choose", "1", "--of", "today"), "Win 1 is of Tuesday 17 November, not of the week 23 to 29 November."),
    (("--choose", "77"), "There is no win 77."),
    (("--why", "Just so"), "Choose the win that it is about as well"),
    (("--rate", "6"), "'6' is no confidence. Write a whole number from 1 to 5."),
    (("--rate", "4", "--of", "2027-01-01"), "Friday 1 January 2027 has yet to come."),
    (("--rate", "4", "-n", "2"), "A look back is about one week"),
    (("--rate", "4", "--as-of", "2026-11-20"), "A look back is about one week"),
    (("--review",), "--review asks at a terminal. Without one, write: habit week --rate 4 --gladly 3"),
])  # fmt: skip
def test_what_cannot_be_said_changes_nothing(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    person = week_of_wins(tmp_path)
    result = person.run("week", *words)
    assert result.exit_code in {1, 2}
    assert sentence in " ".join(result.stderr.split())
    assert "looked back" not in person.says("history")


def test_a_week_without_wins_can_be_rated(tmp_path: Path) -> None:
    person = Person(tmp_path, FRIDAY)
    assert "In the way  Ill, and then a deadline" in person.says(
        "week", "--obstacle", "Ill, and then a deadline", "--rate", "2"
    )


def test_it_answers_the_weekly_check(tmp_path: Path) -> None:
    """Which then leaves the screen; taking it back leaves the question open again."""
    asked = "2026-11-27T16:00"
    person = week_of_wins(tmp_path, asked)
    person.says("plan", "--weekly", "fri 16:00")
    row = {"day": "2026-11-27", "prompt": "weekly", "occurrence": 1, "due_at": "2026-11-27T15:00:00Z"}
    row |= {"outcome": "shown", "tries": 1, "snoozes": 0, "snoozed_until": None, "not_before": None}
    row |= {"delivered_at": "2026-11-27T15:00:00Z", "channel": "dunst", "reason": None}
    (tmp_path / "ledger.json").write_text(json.dumps({"format": 2, "wins": [], "nudges": [row]}))
    person.says("import", str(tmp_path / "ledger.json"))

    def outcome() -> str:
        return next(str(one["outcome"]) for one in person.json("nudges") if one["kind"] == "weekly")

    person.says("week", "--rate", "4")
    assert outcome() == "answered"
    person.says("undo")
    assert outcome() == "shown"


def test_it_travels(tmp_path: Path) -> None:
    """To another computer, with the win that it names."""
    here, there = week_of_wins(tmp_path / "here"), Person(tmp_path / "there", FRIDAY)
    said = review(here, "--choose", "4", "--why", "I asked", "--gladly", "5")
    (tmp_path / "all.json").write_text(here.says("export", "--format", "json"))
    there.says("import", str(tmp_path / "all.json"))
    assert review(there) == said
    assert there.says("week").count("★") == 2


def test_weeks_that_began_on_another_day_are_still_found(tmp_path: Path) -> None:
    """A look back stays with most of its days."""
    person = week_of_wins(tmp_path)
    person.says("week", "--rate", "4")
    person.says("config", "week-start", "sunday")
    assert review(person)["rate"] == 4
    assert review(person, "last")["rate"] is None
