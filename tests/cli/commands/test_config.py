"""habit config."""

from pathlib import Path

import pytest
from support.views import Person


def test_alone_it_lists_every_setting(tmp_path: Path) -> None:
    assert Person(tmp_path).json("config") == {
        "follow-up": "1h30m",
        "question": "What is one thing that made you feel accomplished?",
        "quiet": "off",
        "busy": "on",
        "day-start": "00:00",
        "holidays": "off",
        "week-start": "Monday",
        "integrate": "on",
        "remember": "on",
        "window": "auto",
        "backup-folder": "off",
    }
    assert "day-start      00:00" in Person(tmp_path).says("config")


@pytest.mark.parametrize(
    ("locale", "weekday"), [("en_US.UTF-8", "Sunday"), ("ar_EG.UTF-8", "Saturday"), ("C", "Monday")]
)
def test_weeks_begin_as_is_usual_where_one_lives(tmp_path: Path, locale: str, weekday: str) -> None:
    assert Person(tmp_path, locale=locale).says("config", "week-start").strip() == weekday


def test_a_value_that_was_set_stands(tmp_path: Path) -> None:
    person = Person(tmp_path, locale="en_US.UTF-8")
    assert "Saturday" in person.says("config", "week-start", "sat")
    assert person.says("config", "week-start").strip() == "Saturday"
    assert person.json("week")["first"] == "2026-11-21"


def test_the_day_start_holds_from_the_next_boundary(tmp_path: Path) -> None:
    evening = Person(tmp_path, at="2026-11-23T23:00")
    said = evening.says("config", "day-start", "4:00")
    assert said.strip() == "From tomorrow, Tuesday 24 November on, your day begins at 04:00."
    night = evening._replace(at="2026-11-24T01:30")
    assert "Monday 23 November" in night.says("log", "Fixed it after all")
    assert "Tuesday 24 November" in evening._replace(at="2026-11-24T04:00").says("log", "Up early")


def test_changing_it_later_moves_no_win(tmp_path: Path) -> None:
    night = Person(tmp_path, at="2026-11-24T01:30")
    night.says("log", "Before")
    night.says("config", "day-start", "05:00")
    night._replace(at="2026-11-25T02:00").says("log", "After")
    assert [win["day"] for win in night._replace(at="2026-11-26T12:00").json("wins")] == [
        "2026-11-24",
        "2026-11-24",
    ]


def test_the_instant_stays_true(tmp_path: Path) -> None:
    person = Person(tmp_path, at="2026-11-23T12:00")
    person.says("config", "day-start", "04:00")
    person._replace(at="2026-11-25T01:30").says("log", "Late")
    (win,) = person._replace(at="2026-11-25T12:00").json("wins")
    assert (win["day"], win["logged_at"]) == ("2026-11-24", "2026-11-25T00:30:00Z")


def test_a_setting_is_shown_without_making_a_file(tmp_path: Path) -> None:
    Person(tmp_path).says("config")
    assert list(tmp_path.iterdir()) == []


def test_the_window_is_chosen_by_name(tmp_path: Path) -> None:
    """A word that names none is answered with those that do."""
    person = Person(tmp_path)
    assert "zenity window" in person.says("config", "window", "Zenity")
    assert person.says("config", "window").strip() == "zenity"
    person.says("config", "window", "tkinter")
    assert person.json("config", "window") == {"window": "tk"}
