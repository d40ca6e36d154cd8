"""JSON that claims to be ours is read field by field: nothing comes in that the person could not have entered."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from support.stored import exported, filled, found_in, win

from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.storage.rows import beside_wins
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.checks import CHECKS

DUE = datetime(2026, 11, 20, 16, tzinfo=UTC)
STAMPS = {"updated_at": DUE, "deleted_at": None}
GOOD: dict[str, list[dict[str, Any]]] = {
    "wins": [win(1), win(2)],
    "plans": [{"since": date(2026, 11, 1), "weekdays": frozenset({0}), **STAMPS}],
    "plan_prompts": [
        {"since": date(2026, 11, 1), "prompt": DAILY, "occurrence": 1}
        | {"weekdays": frozenset({0}), "at": time(17), **STAMPS}
    ],
    "time_off": [{"day": date(2026, 12, 24), "reason": "Christmas", **STAMPS}],
    "holidays": [{"day": date(2026, 12, 25), "name": "Christmas Day", "regions": "DE-BY", **STAMPS}],
    "day_starts": [{"since": date(2026, 11, 1), "at": time(4), **STAMPS}],
    "weeks": [
        {"first": date(2026, 11, 16), "chosen": win(1)["uid"], "why": "I prepared it", "rate": 4, "gladly": None}
        | {"obstacle": None, **STAMPS}
    ],
    "nothing_days": [{"day": date(2026, 11, 19), "reason": "Ill", **STAMPS}],
    "nudges": [
        {"day": date(2026, 11, 20), "prompt": DAILY, "occurrence": 1, "due_at": DUE}
        | {"outcome": Outcome.SHOWN, "tries": 1, "snoozes": 0, "snoozed_until": None}
        | {"not_before": None, "delivered_at": DUE, "channel": "dunst", "reason": None}
    ],
    "settings": [{"key": "quiet", "value": "21:00-08:00", **STAMPS}],
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
    ("plans", {"updated_at": None}, ".updated_at", "it is missing"),
    ("plan_prompts", {"prompt": "follow-up"}, ".prompt", "no plan asks the follow-up"),
    ("plan_prompts", {"prompt": "hourly"}, ".prompt", "'hourly' is none of daily"),
    ("plan_prompts", {"occurrence": 0}, ".occurrence", "not 1 to"),
    ("plan_prompts", {"weekdays": []}, ".weekdays", "no weekday"),
    ("plan_prompts", {"at": "99:99"}, ".at", "not a time like"),
    ("plan_prompts", {"at": "17:00:30"}, ".at", "not a time like"),
    ("plan_prompts", {"at": "17:00+01:00"}, ".at", "not a time like"),
    ("time_off", {"reason": "x" * 201}, ".reason", "201 characters"),
    ("time_off", {"reason": "a\x1b[2J"}, ".reason", "cannot be shown"),
    ("day_starts", {"at": "04:00:00.5"}, ".at", "not a time like"),
    ("weeks", {"first": "2026-11-31"}, ".first", "not a date"),
    ("weeks", {"chosen": "12"}, ".chosen", "not the uid of a win"),
    ("weeks", {"why": " "}, ".why", "no text"),
    ("weeks", {"obstacle": "x" * 10_001}, ".obstacle", "10,001 characters"),
    ("weeks", {"rate": 6}, ".rate", "'6' is not a number from 1 to 5"),
    ("weeks", {"gladly": 0}, ".gladly", "not a number from 1 to 5"),
    ("weeks", {"gladly": 2.5}, ".gladly", "not a whole number"),
    ("nothing_days", {"day": None}, ".day", "it is missing"),
    ("nothing_days", {"reason": "a\0b"}, ".reason", "cannot be stored"),
    ("nudges", {"prompt": "hourly"}, ".prompt", "'hourly' is none of daily"),
    ("nudges", {"occurrence": 0}, ".occurrence", "not 1 to"),
    ("nudges", {"snoozes": -1}, ".snoozes", "not 0 or more"),
    ("nudges", {"snoozed_until": "2026-11-10T16:00:00Z"}, ".snoozed_until", "not near its day"),
    ("nudges", {"tries": -1}, ".tries", "not 0 or more"),
    ("nudges", {"showings": -1}, ".showings", "not 0 or more"),
    ("nudges", {"showings": "often"}, ".showings", "not a whole number"),
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
    """An export, as JSON has it."""
    with filled(GOOD) as here:
        found: dict[str, Any] = json.loads(exported(here))
    return found


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
    (bad,) = read.bad
    assert bad.where == f"{table}[{place}]{field}"
    assert reason in bad.reason
    assert len(read.entries) + len(read.rows) == 1 + len(beside_wins())


def test_every_table_that_travels_is_checked() -> None:
    """One that is new needs its check."""
    assert CHECKS.keys() == {table.name for table in (wins, *beside_wins())}


@pytest.mark.parametrize(("delivered_at", "times"), [("2026-11-20T16:00:00Z", 1), (None, 0)])
def test_an_export_from_before_showings_were_counted_comes_in(delivered_at: str | None, times: int) -> None:
    """What was shown was shown once at least."""
    found = content()
    del found["nudges"][0]["showings"]
    found["nudges"][0]["delivered_at"] = delivered_at
    read = found_in(json.dumps(found))
    assert not read.bad
    assert [row.values["showings"] for row in read.rows if row.table == "nudges"] == [times]
