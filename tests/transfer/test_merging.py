"""Computers that exchange exports end up with the same wins."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, Text, insert
from support.stored import Values, bring_in, exported, filled, states, win, win_rows

from habit_tracker.storage import rows

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


@settings(max_examples=25, deadline=None)
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


def test_rows_that_are_only_numbered_are_known_by_their_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two computers number alike what is not alike; a table may also stay where it is."""
    tables = MetaData()
    breaks = Table("breaks", tables, Column("id", Integer, primary_key=True), Column("reason", Text))
    Table("local", tables, Column("id", Integer, primary_key=True), info={"travels": False})
    monkeypatch.setattr(rows, "metadata", tables)
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
