"""Two entries are two wins, and one entry is one, however often and in whatever order it comes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from support.foreign import day_one, daylio, jrnl
from support.stored import bring_in, exported, filled, found_in, states, win

ROWS = st.lists(
    st.tuples(st.sampled_from(["10:00", "10:01"]), st.sampled_from(["good", "bad", "odd"]), st.sampled_from("xy")),
    max_size=6,
)


def table(rows: list[tuple[str, str, str]]) -> str:
    """Entries of one day, by their time, mood and note."""
    return daylio(*(f'2026-11-20,x,x,{time},{mood},"","","{note}"' for time, mood, note in rows))


def stored(connection: Connection) -> Counter[tuple[int | None, str]]:
    """Confidence and text of every win."""
    return Counter((state["confidence"], state["text"]) for state in states(connection).values())


def moods(rows: list[tuple[str, str, str]]) -> Counter[tuple[int | None, str]]:
    """What is to be stored of them."""
    return Counter(({"good": 4, "bad": 2}.get(mood), note) for _, mood, note in rows)


@settings(max_examples=25, deadline=None)
@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_a_file_changes_nothing(both: tuple[list[tuple[str, str, str]], ...]) -> None:
    """Each entry is a win, with the same unique id on every computer; the second time adds nothing."""
    rows, turned = both
    with filled({}) as here, filled({}) as there:
        bring_in(here, table(rows))
        bring_in(there, table(turned))
        assert states(here) == states(there)
        assert stored(here) == moods(rows)
        assert bring_in(here, table(turned)).wins == 0


@settings(max_examples=25, deadline=None)
@given(ROWS, ROWS)
def test_a_longer_file_adds_exactly_what_is_new(
    rows: list[tuple[str, str, str]], more: list[tuple[str, str, str]]
) -> None:
    """Wherever the new entries stand, and though they say the same as older ones."""
    with filled({}) as here:
        bring_in(here, table(rows))
        bring_in(here, table([*more, *rows]))
        assert stored(here) == moods(more + rows)


@pytest.mark.parametrize(
    "data",
    [
        "2026-11-20 x\n2026-11-20 x\n",
        "day,text\n2026-11-20,x\n2026-11-20,x\n",
        jrnl({"title": "x"}, {"title": "x"}),
        jrnl({"title": "x", "body": "y"}, {"title": "x\ny"}),
        day_one({"text": "x"}, {"text": "x"}),
        table([("10:00", "good", "x")] * 2),
    ],
)
def test_two_equal_entries_are_two_wins(data: str) -> None:
    """The same file again adds none."""
    with filled({}) as here:
        assert len(bring_in(here, data).new) == 2
        assert bring_in(here, data).wins == 0


def test_a_unique_id_that_two_wins_share_is_refused() -> None:
    """As when a row was copied in a spreadsheet to write another; the same row twice is one win."""
    with filled({"wins": [win(1, text="x")]}) as here:
        line = exported(here, "csv").splitlines(keepends=True)[1]
        whole = exported(here, "csv")
    assert len(found_in(whole + line).entries) == 1
    (bad,) = found_in(whole + line.replace(",x,", ",y,")).bad
    assert (bad.where, bad.reason) == ("line 3", "its uid is that of line 2, which says something else")


def test_numbers_follow_the_file_where_the_time_says_nothing() -> None:
    """Wins of one day and no time stay in the order in which they were written."""
    with filled({}) as here:
        bring_in(here, "2026-11-20 c\n2026-11-20 a\n2026-11-20 b\n")
        assert [state["text"] for state in states(here).values()] == ["c", "a", "b"]
