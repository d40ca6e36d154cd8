"""JSON of jrnl."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from support.foreign import entries, jrnl, lines
from support.stored import ANYONE, bring_in, exported, filled, found_in


def test_title_and_body_are_one_text() -> None:
    """And an entry without a body is its title."""
    written = jrnl({"title": "Spoke up.", "body": "In the stand-up."}, {"title": "Said no"})
    assert lines(written) == [("2026-11-20", "Spoke up.\nIn the stand-up."), ("2026-11-20", "Said no")]


def test_local_times_are_the_persons() -> None:
    """jrnl writes no zone."""
    (entry,) = entries(jrnl({"title": "x"}), ANYONE._replace(zone=ZoneInfo("Asia/Tokyo"), zone_name="Asia/Tokyo"))
    assert (entry.logged_at, entry.zone) == (datetime(2026, 11, 20, 8, 31, tzinfo=UTC), "Asia/Tokyo")


def test_a_later_export_adds_only_what_is_new() -> None:
    """Also from another zone, and when the same words were written twice in one minute."""
    twice = {"title": "x"}, {"title": "x"}
    los_angeles = "America/Los_Angeles"  # where the same clock time is later
    away = ANYONE._replace(zone=ZoneInfo(los_angeles), zone_name=los_angeles)
    with filled({}) as here:
        assert len(bring_in(here, jrnl(*twice)).new) == 2
        before = exported(here)
        again = bring_in(here, jrnl(*twice), away)
        assert (again.new, again.changed) == ([], [])
        assert exported(here) == before
        assert len(bring_in(here, jrnl(*twice, {"title": "y"}, {"title": "x"})).new) == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date": "yesterday"}, "not a date"),
        ({"date": None}, "'date' is missing"),
        ({"time": "25:00"}, "not a time"),
        ({"title": 3}, "not a text"),
        ({"title": " "}, "no text"),
    ],
)
def test_an_entry_of_another_shape_is_named(change: dict[str, object], reason: str) -> None:
    """By its place in the list."""
    (bad,) = found_in(jrnl({"title": "x"}, {"title": "y"} | change)).bad
    assert bad.where == "entry 2"
    assert reason in bad.reason
