"""The JSON export loses nothing, and brings everything back."""

import json
from datetime import date, timedelta
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
    with filled({"wins": stored, "settings": [setting("quiet", "off")]}) as here:
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
    """What was set here later is not overwritten; what was not set comes in."""
    mine = {"settings": [setting("follow-up", "30", later=1)]}
    theirs = {"settings": [setting("follow-up", "60"), setting("quiet", "off")]}
    with filled(mine) as here, filled(theirs) as there:
        bring_in(here, exported(there))
        found = json.loads(exported(here))["settings"]
    assert [(row["key"], row["value"]) for row in found] == [("follow-up", "30"), ("quiet", "off")]


def setting(key: str, value: str, later: int = 0) -> dict[str, Any]:
    """A setting, changed so many days later than others."""
    at = win()["logged_at"] + timedelta(days=later)
    return {"key": key, "value": value, "updated_at": at, "deleted_at": None}


BAD_ROWS: list[tuple[dict[str, Any], str, str]] = [
    ({"uid": None}, ".uid", "it is missing"),
    ({"uid": "../x"}, ".uid", "is not the uid of a win"),
    ({"uid": "a" * 37}, ".uid", "longer than 36"),
    ({"id": 2**63}, ".id", "not a whole number"),
    ({"id": 2**62}, ".id", "not a win's number"),
    ({"id": True}, ".id", "not a whole number"),
    ({"day": "20.11.2026"}, ".day", "not a date"),
    ({"day": "2026-02-30"}, ".day", "not a date"),
    ({"day": 5}, ".day", "not a text"),
    ({"text": ""}, ".text", "no text"),
    ({"text": "x" * 10_001}, ".text", "10,001 characters"),
    ({"text": "a\0b"}, ".text", "cannot be stored"),
    ({"text": "\ud800"}, ".text", "cannot be stored"),
    ({"text": ["x"]}, ".text", "not a text"),
    ({"confidence": 6}, ".confidence", "not a number from 1 to 5"),
    ({"confidence": 1.5}, ".confidence", "not a whole number"),
    ({"logged_at": "2026-11-20T16:00:00"}, ".logged_at", "not an instant"),
    ({"logged_at": "0001-01-01T00:00:00+14:00"}, ".logged_at", "not an instant"),
    ({"mood": "rad"}, "", "does not know its 'mood'"),
]


@pytest.mark.parametrize(("change", "field", "reason"), BAD_ROWS)
def test_a_row_that_cannot_be_stored_is_named(change: dict[str, Any], field: str, reason: str) -> None:
    """With its place and what is wrong with it."""
    with filled({"wins": [win(1)]}) as here:
        content = json.loads(exported(here))
    content["wins"].append(content["wins"][0] | change)
    (bad,) = found_in(json.dumps(content)).bad
    assert bad.where == f"wins[1]{field}"
    assert reason in bad.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"format": 3, "wins": []}, "this version reads up to 2"),
        ({"format": "1", "wins": []}, "this version reads up to 2"),
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
