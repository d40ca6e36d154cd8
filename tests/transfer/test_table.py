"""A table in which a quotation mark is missing loses no row into another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stored import bring_in, exported, filled, found_in, states, texts, win

from habit_tracker.transfer.table import Line, lines

ROWS = ["2026-11-20,a", '2026-11-21,"b, c"', "2026-11-22,d e", '2026-11-23,"f"', "2026-11-24,g"]


def table(*rows: str) -> str:
    """Days and texts."""
    return "\n".join(["day,text", *rows, ""])


@pytest.mark.parametrize(
    ("rows", "bad", "read"),
    [
        ([ROWS[0], '2026-11-21,"b', ROWS[2]], ["line 3"], ["a"]),
        ([ROWS[0], '2026-11-21,"b', ROWS[2], ROWS[3]], ["line 3"], ["a"]),
        ([ROWS[0], '2026-11-21,"b', '2026-11-22,c"', ROWS[4]], ["line 3"], ["a", "g"]),
        ([ROWS[0], '2026-11-21,"b', '2026-11-22,", then c"', ROWS[4]], ["line 3"], ["a", "g"]),
        ([ROWS[0], '2026-11-21,"b"c', ROWS[4]], ["line 3"], ["a"]),
        ([ROWS[0], '2026-11-21,b"c', ROWS[4]], [], ["a", 'b"c', "g"]),
        ([ROWS[0], '2026-11-21,"b\n2026 was good, too"', ROWS[4]], [], ["a", "b\n2026 was good, too", "g"]),
        ([ROWS[0], "2026-11-21", "2026-11-22,b,c", ROWS[4]], ["line 3", "line 4"], ["a", "g"]),
    ],
)
def test_no_row_is_swallowed(rows: list[str], bad: list[str], read: list[str]) -> None:
    """The row with the mark is bad; where it cannot be said where it ends, the rest is left out too."""
    found = found_in(table(*rows))
    assert [line.where for line in found.bad] == bad
    assert [entry.text for entry in found.entries.values()] == read


@given(st.sampled_from(range(len("\n".join(ROWS)))), st.sampled_from(["", '"']))
def test_a_lost_or_stray_mark_makes_no_text_of_rows(place: int, instead: str) -> None:
    """Whichever it is."""
    text = "\n".join(ROWS)
    found = found_in("day,text\n" + text[:place] + instead + text[place + 1 :] + "\n")
    assert not [entry.text for entry in found.entries.values() if "2026-11-" in entry.text]


def test_two_columns_of_one_name_are_refused() -> None:
    """One of them would be lost; columns without a name are none of ours."""
    assert [bad.where for bad in found_in("day,text,text\n2026-11-20,a,b\n").bad] == ["line 1"]
    assert not found_in("day,text,,\n2026-11-20,a,,\n").bad


@pytest.mark.slow
@given(texts)
def test_a_text_that_holds_rows_survives_our_own_table(text: str) -> None:
    """Our table has more columns than a text has of a row."""
    said = f"{text}\n2026-11-20,x\n2026-11-21,y,"
    with filled({"wins": [win(text=said)]}) as here, filled({}) as there:
        bring_in(there, exported(here, "csv"))
        assert [state["text"] for state in states(there).values()] == [said]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """Whatever ends them."""
    for end in ("\n", "\r\n", "\r"):
        read = lines(end.join(["a,b", "1,2", '3,"4', '5"', "6,7", ""]))
        assert [line.number for line in read if isinstance(line, Line)] == [1, 2, 3, 5]
