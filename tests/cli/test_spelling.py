"""Which word was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.cli.spelling import closest, distance

KNOWN = ["log", "ls", "plan", "skip", "stats", "status", "streak", "undo", "week", "wins", "calendar"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("strek", ["streak"]),
        ("sterak", ["streak"]),
        ("streeak", ["streak"]),
        ("strk", ["streak"]),
        ("lgo", ["log"]),
        ("lg", ["log"]),
        ("lob", ["log"]),
        ("udno", ["undo"]),
        ("weak", ["week"]),
        ("cal", ["calendar"]),
        ("stat", ["stats", "status"]),
        ("w", ["week", "wins"]),
        ("log", ["log"]),
        ("", []),
        ("x", []),
        ("qwertz", []),
        ("blah", []),
        ("s", []),
        ("x" * 500, []),
    ],
)
def test_a_word_with_a_slip_or_two(word: str, meant: list[str]) -> None:
    """The known words that begin with it, or that are nearest; a short word bears one slip, a letter none."""
    assert closest(word, KNOWN) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_distance_is_one_way_and_back(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@given(st.text("abcd", min_size=2, max_size=6), st.data())
def test_neighbours_exchanged_are_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    exchanged = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert distance(word, exchanged) == (word != exchanged)
