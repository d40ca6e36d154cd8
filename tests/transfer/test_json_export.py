"""The JSON export loses nothing, and brings everything back."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from support.stored import Values, bring_in, contents, exported, filled, found_in, win

from habit_tracker.domain.errors import HabitError
from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import FieldError
from habit_tracker.transfer.export import Days
from habit_tracker.transfer.values import column_value, row_values


@settings(max_examples=25, deadline=None)
@given(contents())
def test_export_and_import_into_an_empty_home_is_the_same_database(content: dict[str, list[Values]]) -> None:
    """The second export is the first, byte for byte."""
    with filled(content) as here, filled({}) as there:
        first = exported(here)
        bring_in(there, first)
        assert exported(there) == first


@settings(max_examples=15, deadline=None)
@given(contents())
def test_the_same_export_twice_adds_nothing(content: dict[str, list[Values]]) -> None:
    """Nothing is new the second time."""
    with filled(content) as here:
        again = bring_in(here, exported(here))
        assert (again.new, again.changed, again.rows) == ([], [], [])


def test_every_column_can_be_read() -> None:
    """A column of a kind that the import does not know would be lost."""
    for column in (column for table in (wins, *beside_wins()) for column in table.columns):
        with pytest.raises(FieldError):
            column_value(column, object())


def test_an_export_is_ascii_with_a_row_on_each_line() -> None:
    """No terminal, editor or mail program can break it."""
    with filled({"wins": [win(1, text="\x7f\x1b\u2028ü🎉\n"), win(2)]}) as here:
        text = exported(here)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert len(text.splitlines()) == 7 + 2 * len(beside_wins())


def test_deletions_travel() -> None:
    """A deleted win is in the export, and is deleted where it comes in."""
    gone = win(1, deleted_at=win()["logged_at"])
    with filled({"wins": [gone]}) as here, filled({}) as there:
        bring_in(there, exported(here))
        assert json.loads(exported(there))["wins"][0]["deleted_at"]


def test_an_export_of_some_days_holds_their_wins_alone() -> None:
    """Both ends are included, and those deleted."""
    stored = [win(number, day=date(2026, 11, number)) for number in (1, 2, 3, 4)]
    stored[1]["deleted_at"] = win()["logged_at"]
    with filled({"wins": stored, "settings": [{"key": "a", "value": "b"}]}) as here:
        found = json.loads(exported(here, days=Days(date(2026, 11, 2), date(2026, 11, 3))))
    assert found.keys() == {"format", "wins"}
    assert [row["id"] for row in found["wins"]] == [2, 3]


def test_numbers_are_kept_where_they_are_free() -> None:
    """A number that a win has here, or that may have been told to somebody, is never given to another."""
    with filled({"wins": [win(1), win(5)]}) as here, filled({"wins": [win(2, id=3), win(3, id=7)]}) as there:
        bring_in(here, exported(there))
        numbers = {row["text"]: row["id"] for row in json.loads(exported(here))["wins"]}
    assert numbers == {"win 1": 1, "win 5": 5, "win 3": 7, "win 2": 8}


def test_settings_and_plans_stay_as_they_are_here() -> None:
    """What was set here is never overwritten; what was not comes in."""
    mine = {"settings": [{"key": "follow-up", "value": "30"}]}
    theirs = {"settings": [{"key": "follow-up", "value": "60"}, {"key": "quiet", "value": "off"}]}
    with filled(mine) as here, filled(theirs) as there:
        bring_in(here, exported(there))
        found = json.loads(exported(here))["settings"]
    assert found == [{"key": "follow-up", "value": "30"}, {"key": "quiet", "value": "off"}]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"format": 2, "wins": []}, "this version reads 1"),
        ({"format": "1", "wins": []}, "this version reads 1"),
        ({"format": 1, "wins": {}}, "not a list"),
        ({"format": 1, "wins": [], "plans": 3}, "not a list"),
    ],
)
def test_an_export_of_another_shape_is_refused(content: dict[str, Any], reason: str) -> None:
    """With one sentence."""
    with pytest.raises(HabitError, match=reason):
        found_in(json.dumps(content))


def test_tables_of_a_newer_version_are_left_out_and_counted() -> None:
    """Nothing disappears without a word."""
    found = found_in('{"format": 1, "wins": [], "badges": [{}, {}]}')
    assert [one.where for one in found.left_out] == ["badges[0]", "badges[1]"]


@pytest.mark.parametrize("found", [None, [], "x", 3])
def test_a_row_is_an_object(found: object) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="not an object"):
        row_values(wins, found)
