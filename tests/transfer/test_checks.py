"""JSON that claims to be ours is read field by field: nothing comes in that the person could not have entered."""

import json
from copy import deepcopy
from typing import Any

import pytest
from support.stored import found_in

from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.checks import CHECKS

AT = "2026-11-20T16:00:00Z"
WIN = {
    "id": 1,
    "uid": "00000000-0000-4000-8000-000000000001",
    "day": "2026-11-20",
    "text": "x",
    "confidence": None,
    "source": "shell",
    "logged_at": AT,
    "zone": "Europe/Berlin",
    "updated_at": AT,
    "deleted_at": None,
}
GOOD: dict[str, Any] = {
    "format": 1,
    "wins": [WIN, WIN | {"id": 2, "uid": "00000000-0000-4000-8000-000000000002"}],
    "plans": [
        {"since": "2026-11-01", "at": "17:00:00", "weekdays": [0, 4], "weekly_on": 4, "weekly_at": "16:00:00"}
    ],
    "time_off": [{"id": 1, "first": "2026-12-24", "last": "2027-01-02", "reason": "Christmas"}],
    "day_starts": [{"since": "2026-11-01", "at": "04:00:00"}],
    "nudges": [
        {"day": "2026-11-20", "kind": "daily", "number": 1, "due_at": AT, "outcome": "shown", "tries": 1}
        | {"not_before": None, "delivered_at": AT, "channel": "dunst", "reason": None}
    ],
    "settings": [{"key": "quiet", "value": "21:00-08:00"}],
}
BAD: list[tuple[str, dict[str, Any], str, str]] = [
    ("wins", {"id": 0}, ".id", "'0' is not a win's number"),
    ("wins", {"id": 2**62}, ".id", "not a win's number"),
    ("wins", {"id": 10**400}, ".id", "not a whole number"),
    ("wins", {"id": True}, ".id", "not a whole number"),
    ("wins", {"uid": None}, ".uid", "it is missing"),
    ("wins", {"uid": ""}, ".uid", "not the uid of a win"),
    ("wins", {"uid": "../x"}, ".uid", "not the uid of a win"),
    ("wins", {"uid": "0" * 32}, ".uid", "not the uid of a win"),
    ("wins", {"uid": "A" * 8 + "-aaaa-4aaa-8aaa-" + "a" * 12}, ".uid", "not the uid of a win"),
    ("wins", {"uid": "a" * 37}, ".uid", "longer than 36"),
    ("wins", {"day": "20.11.2026"}, ".day", "not a date"),
    ("wins", {"day": "2026-02-30"}, ".day", "not a date"),
    ("wins", {"day": "1899-12-31"}, ".day", "the years 1900 to 2199"),
    ("wins", {"day": "2200-01-01"}, ".day", "the years 1900 to 2199"),
    ("wins", {"day": 5}, ".day", "not a text"),
    ("wins", {"text": ""}, ".text", "There is no text to log"),
    ("wins", {"text": "x" * 10_001}, ".text", "10,001 characters"),
    ("wins", {"text": "a\0b"}, ".text", "cannot be stored"),
    ("wins", {"text": "\ud800"}, ".text", "cannot be stored"),
    ("wins", {"text": ["x"]}, ".text", "not a text"),
    ("wins", {"confidence": 9}, ".confidence", "'9' is not a number from 1 to 5"),
    ("wins", {"confidence": 0}, ".confidence", "not a number from 1 to 5"),
    ("wins", {"confidence": 1.5}, ".confidence", "not a whole number"),
    ("wins", {"confidence": float("nan")}, ".confidence", "not a whole number"),
    ("wins", {"source": "\x1b"}, ".source", "cannot be shown"),
    ("wins", {"zone": "Mars/Base"}, ".zone", "not a time zone"),
    ("wins", {"zone": "UTC+25:00"}, ".zone", "not a time zone"),
    ("wins", {"zone": ""}, ".zone", "not a time zone"),
    ("wins", {"logged_at": "2026-11-20T16:00:00"}, ".logged_at", "not an instant"),
    ("wins", {"logged_at": "0001-01-01T00:00:00+14:00"}, ".logged_at", "not an instant"),
    ("wins", {"updated_at": "1899-11-20T16:00:00Z"}, ".updated_at", "the years 1900 to 2199"),
    ("wins", {"deleted_at": "9999-11-20T16:00:00Z"}, ".deleted_at", "the years 1900 to 2199"),
    ("wins", {"mood": "rad"}, "", "does not know its 'mood'"),
    ("plans", {"since": "0001-01-01"}, ".since", "the years 1900 to 2199"),
    ("plans", {"weekdays": []}, ".weekdays", "no weekday"),
    ("plans", {"weekdays": [7]}, ".weekdays", "not a list of weekdays"),
    ("plans", {"weekdays": "1111100"}, ".weekdays", "not a list of weekdays"),
    ("plans", {"weekly_on": 9}, ".weekly_on", "'9' is not a weekday"),
    ("plans", {"weekly_at": None}, ".weekly_at", "a weekday and a time, or neither"),
    ("plans", {"weekly_on": None}, ".weekly_at", "a weekday and a time, or neither"),
    ("plans", {"at": "99:99"}, ".at", "not a time like"),
    ("plans", {"at": "17:00:30"}, ".at", "not a time like"),
    ("plans", {"at": "17:00+01:00"}, ".at", "not a time like"),
    ("time_off", {"last": "2026-12-23"}, ".last", "ends before it starts"),
    ("time_off", {"last": "2028-12-26"}, ".last", "longer than two years"),
    ("time_off", {"reason": "x" * 201}, ".reason", "201 characters"),
    ("time_off", {"reason": "a\x1b[2J"}, ".reason", "cannot be shown"),
    ("day_starts", {"at": "04:00:00.5"}, ".at", "not a time like"),
    ("nudges", {"day": "2026-11-25"}, ".day", "has yet to come"),
    ("nudges", {"kind": "hourly"}, ".kind", "'hourly' is none of daily"),
    ("nudges", {"number": 0}, ".number", "not 1 or more"),
    ("nudges", {"tries": -1}, ".tries", "not 0 or more"),
    ("nudges", {"due_at": "2026-11-10T16:00:00Z"}, ".due_at", "not near its day"),
    ("nudges", {"outcome": "eaten"}, ".outcome", "'eaten' is not what becomes of a nudge"),
    ("nudges", {"channel": "x" * 81}, ".channel", "longer than 80"),
    ("nudges", {"reason": "a\0b"}, ".reason", "cannot be stored"),
    ("settings", {"key": "volume"}, ".key", "'volume' is not a setting"),
    ("settings", {"value": "x"}, ".value", "'x' is not a value of quiet, as 21:00-08:00"),
    ("settings", {"value": "25:00-08:00"}, ".value", "not a value of quiet"),
    ("settings", {"value": None}, ".value", "it is missing"),
    ("settings", {"key": "follow-up", "value": "-5"}, ".value", "not a value of follow-up"),
    ("settings", {"key": "follow-up", "value": "721"}, ".value", "not a value of follow-up"),
    ("settings", {"key": "week-start", "value": "abc"}, ".value", "not a value of week-start"),
    ("settings", {"key": "reminding-since", "value": "2026-13-01"}, ".value", "not a value of reminding-since"),
]


def content() -> dict[str, Any]:
    """An export of one row of each table, and of two wins."""
    return deepcopy(GOOD)


def test_a_good_export_has_no_bad_row() -> None:
    """One row of each table."""
    assert not found_in(json.dumps(content())).bad


@pytest.mark.parametrize(("table", "change", "field", "reason"), BAD)
def test_a_field_that_nobody_could_have_entered_is_named(
    table: str, change: dict[str, Any], field: str, reason: str
) -> None:
    """With its place; the other rows are read."""
    found = content()
    place = len(found[table]) - 1
    found[table][place] |= change
    read = found_in(json.dumps(found))
    assert [bad.where for bad in read.bad] == [f"{table}[{place}]{field}"]
    assert reason in read.bad[0].reason
    assert len(read.entries) == (1 if table == "wins" else 2)


@pytest.mark.parametrize(
    ("first", "last", "reason", "bad"),
    [
        ("2026-12-24", "2027-01-02", "Christmas", []),
        ("2026-12-24", "2027-01-02", "Xmas", ["time_off[1].first"]),
        ("2027-01-02", "2027-01-05", None, ["time_off[1].first"]),
        ("2026-12-20", "2027-02-01", None, ["time_off[1].first"]),
        ("2027-01-03", "2027-01-05", None, []),
        ("2026-12-20", "2026-12-23", None, []),
    ],
)
def test_no_day_is_in_two_ranges_of_time_off(first: str, last: str, reason: str | None, bad: list[str]) -> None:
    """The same range twice is one."""
    found = content()
    found["time_off"].append({"id": 2, "first": first, "last": last, "reason": reason})
    assert [line.where for line in found_in(json.dumps(found)).bad] == bad


def test_every_table_that_travels_is_checked() -> None:
    """One that is new needs its check."""
    assert CHECKS.keys() == {table.name for table in (wins, *beside_wins())}
