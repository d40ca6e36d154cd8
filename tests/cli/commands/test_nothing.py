"""An honest day without a win: no win, no question any more, and a day on which the person showed up."""

from pathlib import Path

import pytest
from support.views import Person

TODAY = "2026-11-23"


def with_wins(folder: Path) -> Person:
    """Somebody with wins on the three days before today."""
    person = Person(folder)
    person.wins("2026-11-20", "2026-11-21", "2026-11-22")
    return person


def test_it_is_no_win_and_counts_as_showing_up(tmp_path: Path) -> None:
    """The streak stays as it was: open until the end of the day."""
    person = with_wins(tmp_path)
    assert person.says("log", "--nothing", "Ill all day").splitlines() == [
        "Noted for today, Monday 23 November: no win this time.",
        "You showed up, as on 4 days so far.",
        "A win later today can still be logged and keeps your streak.",
    ]
    assert person.json("wins")[0]["day"] == "2026-11-22"
    streak = person.json("streak")
    assert (streak["current"]["length"], streak["at_risk"], streak["days_shown_up"]) == (3, True, 4)


@pytest.mark.parametrize(("view", "words"), [
    ("streak", "Shown up    on 4 days, with or without a win"),
    ("week", "Mon 23  no win: Ill all day"),
    ("week", "Shown up    1 day, with or without a win"),
    ("stats", "Shown up    on 4 days in all, with or without a win"),
    ("calendar", "Shown up    on 4 days, with or without a win"),
])  # fmt: skip
def test_every_view_counts_it(tmp_path: Path, view: str, words: str) -> None:
    person = with_wins(tmp_path)
    person.says("log", "--nothing", "Ill all day")
    assert words in person.says(view)


def test_nothing_more_is_asked_about_the_day(tmp_path: Path) -> None:
    """Taking it back brings the question back."""
    person = Person(tmp_path)
    person.says("plan", "17:00")
    person.says("log", "--nothing")
    assert person.json("status")["next"]["day"] == "2026-11-24"
    person.says("undo")
    assert person.json("status")["next"]["day"] == TODAY


def test_a_win_takes_its_place(tmp_path: Path) -> None:
    """The day is counted once, and the week shows the win."""
    person = with_wins(tmp_path)
    person.says("log", "--nothing", "Ill all day")
    assert "Day 4 of your streak" in person.says("log", "Called the client all the same")
    assert person.json("streak")["days_shown_up"] == 4
    assert "Ill all day" not in person.says("week")


@pytest.mark.parametrize(("words", "sentence"), [
    (("--on", "yesterday"), "Sunday 22 November has a win. `habit week` shows it."),
    (("--on", "2026-12-24"), "has yet to come"),
    (("-c", "4"), "A day without a win takes only a few words"),
    (("--edit",), "A day without a win takes only a few words"),
])  # fmt: skip
def test_what_cannot_be_is_refused(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    person = with_wins(tmp_path)
    result = person.run("log", "--nothing", *words)
    assert result.exit_code in {1, 2}
    assert sentence in " ".join(result.stderr.split())
    assert "noted" not in person.says("history")


@pytest.mark.slow
def test_a_day_of_the_past_keeps_its_row_of_the_ledger(tmp_path: Path) -> None:
    """What was asked then stays as it was."""
    person = Person(tmp_path)
    person.says("log", "--nothing", "--on", "2026-11-10", "A day of meetings")
    assert [one for one in person.json("nudges") if one["day"] == "2026-11-10"] == []


def test_it_travels(tmp_path: Path) -> None:
    here, there = with_wins(tmp_path / "here"), Person(tmp_path / "there")
    here.says("log", "--nothing", "Ill all day")
    (tmp_path / "all.json").write_text(here.says("export", "--format", "json"))
    there.says("import", str(tmp_path / "all.json"))
    assert there.json("week")["nothing"] == [{"day": TODAY, "reason": "Ill all day"}]
