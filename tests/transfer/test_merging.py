"""Computers that exchange exports end up with the same wins."""

import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, Text, insert
from support.stored import Values, bring_in, exported, filled, states, win, win_rows

from habit_tracker.storage import rows
from habit_tracker.storage.time_off import all_time_off
from habit_tracker.transfer.checks import CHECKS

SHARED = st.integers(1, 4).map(lambda number: str(UUID(int=number)))
homes = win_rows(SHARED)
LATER = datetime(2026, 11, 21, tzinfo=UTC)
EVEN_LATER = LATER + timedelta(hours=1)


def after(*computers: list[Values]) -> dict[str, Values]:
    """What the first computer has once it has imported the exports of the others, in this order."""
    with filled({"wins": computers[0]}) as here:
        for computer in computers[1:]:
            with filled({"wins": computer}) as there:
                bring_in(here, exported(there))
        return states(here)


@settings(max_examples=15, deadline=None)
@given(homes, homes)
def test_two_computers_end_up_alike(one: list[Values], other: list[Values]) -> None:
    """It does not matter who imports whose export."""
    assert after(one, other) == after(other, one)


@settings(max_examples=15, deadline=None)
@given(homes, homes, homes)
def test_the_order_of_exchanges_does_not_matter(one: list[Values], two: list[Values], three: list[Values]) -> None:
    """Whatever is brought in first."""
    assert after(one, two, three) == after(one, three, two) == after(three, two, one)


@settings(max_examples=12, deadline=None)
@given(homes, homes)
def test_an_exchange_again_changes_nothing(one: list[Values], other: list[Values]) -> None:
    """Merging is idempotent."""
    assert after(one, other, other, one) == after(one, other)


@settings(max_examples=12, deadline=None)
@given(homes, homes)
def test_no_win_is_lost_and_none_is_there_twice(one: list[Values], other: list[Values]) -> None:
    """Every unique id of either, once."""
    assert after(one, other).keys() == {row["uid"] for row in (*one, *other)}


def test_the_newer_edit_wins() -> None:
    """On both computers."""
    old, new = win(text="old"), win(text="new", updated_at=LATER)
    for merged in (after([old], [new]), after([new], [old])):
        assert [state["text"] for state in merged.values()] == ["new"]


def test_a_deletion_outlives_an_older_edit() -> None:
    """Deleted after the edit: it stays deleted."""
    edited = win(text="edited", updated_at=LATER)
    deleted = win(updated_at=EVEN_LATER, deleted_at=EVEN_LATER)
    for merged in (after([edited], [deleted]), after([deleted], [edited])):
        assert [state["deleted_at"] for state in merged.values()] == [EVEN_LATER]


def test_a_newer_edit_outlives_a_deletion() -> None:
    """Deleted here, but changed elsewhere after that: the words are worth more."""
    deleted = win(updated_at=LATER, deleted_at=LATER)
    edited = win(text="edited", updated_at=EVEN_LATER)
    for merged in (after([edited], [deleted]), after([deleted], [edited])):
        assert [(state["text"], state["deleted_at"]) for state in merged.values()] == [("edited", None)]


def test_a_mere_mark_of_deletion_counts_from_its_own_time() -> None:
    """Whatever the last edit before it was."""
    deleted, edited = win(deleted_at=EVEN_LATER), win(text="edited", updated_at=LATER)
    assert [state["deleted_at"] for state in after([edited], [deleted]).values()] == [EVEN_LATER]


def test_two_edits_of_one_instant_end_up_alike() -> None:
    """Either will do, but the same on both."""
    one, other = win(text="one"), win(text="other", confidence=3)
    assert after([one], [other]) == after([other], [one])


def test_of_two_states_in_one_file_the_later_counts() -> None:
    """As when two exports were joined by hand."""
    with filled({"wins": [win(text="old")]}) as old, filled({"wins": [win(text="new", updated_at=LATER)]}) as new:
        states_of_both = [json.loads(exported(one))["wins"][0] for one in (new, old)]
    with filled({}) as here:
        bring_in(here, json.dumps({"format": 1, "wins": states_of_both}))
        assert [state["text"] for state in states(here).values()] == ["new"]


def test_a_row_that_is_in_the_file_twice_comes_in_once() -> None:
    """The first of them."""
    settings_twice = [{"key": "follow-up", "value": "17"}, {"key": "follow-up", "value": "18"}]
    with filled({}) as here:
        bring_in(here, json.dumps({"format": 1, "wins": [], "settings": settings_twice}))
        assert '"17"' in exported(here)


def test_rows_that_are_only_numbered_are_known_by_their_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two computers number alike what is not alike; a table may also stay where it is."""
    tables = MetaData()
    breaks = Table("breaks", tables, Column("id", Integer, primary_key=True), Column("reason", Text))
    Table("local", tables, Column("id", Integer, primary_key=True), info={"travels": False})
    monkeypatch.setattr(rows, "metadata", tables)
    monkeypatch.setitem(CHECKS, "breaks", lambda values, _: values)
    with filled({}) as here, filled({}) as there:
        for connection, reasons in ((here, ["sea", "sick"]), (there, ["sick", "snow"])):
            tables.create_all(connection)
            connection.execute(insert(breaks), [{"reason": reason} for reason in reasons])
        bring_in(here, exported(there))
        assert [(row["id"], row["reason"]) for row in rows.every(here, breaks)] == [
            (1, "sea"),
            (2, "sick"),
            (3, "snow"),
        ]
        assert "local" not in exported(here)


def test_time_off_of_two_computers_shares_no_day() -> None:
    """What is off here keeps its reason; the days that are new come in."""
    ranges = [(1, "2026-12-24", "2026-12-26", "Christmas"), (2, "2026-12-20", "2026-12-31", "Holidays")]
    mine, theirs = (
        {"id": number, "first": date.fromisoformat(first), "last": date.fromisoformat(last), "reason": reason}
        for number, first, last, reason in ranges
    )
    with filled({"time_off": [mine]}) as here, filled({"time_off": [theirs]}) as there:
        bring_in(here, exported(there))
        assert [(off.first.day, off.last.day, off.reason) for off in all_time_off(here)] == [
            (20, 23, "Holidays"),
            (24, 26, "Christmas"),
            (27, 31, "Holidays"),
        ]
        assert bring_in(here, exported(there)).rows == []
