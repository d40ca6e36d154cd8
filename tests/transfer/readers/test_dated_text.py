"""Plain text in which a date begins each win."""

import pytest
from support.foreign import lines
from support.stored import bring_in, filled, found_in


@pytest.mark.parametrize(
    ("written", "wins"),
    [
        ("2026-11-20 Spoke up\n2026-11-21 Said no\n", ["Spoke up", "Said no"]),
        ("2026-11-20: Spoke up\n", ["Spoke up"]),
        ("\n\n2026-11-20\nSpoke up\n\nagain\n\n2026-11-21\n\nSaid no\n", ["Spoke up\n\nagain", "Said no"]),
        ("2026-11-20 Spoke up\r\n  and was heard\r\n", ["Spoke up\n  and was heard"]),
        ("2026-11-20 a\x0b\x85\u2028b\n", ["a\x0b\x85\u2028b"]),
        ("2026-11-20 on 2026-11-19 nothing\n", ["on 2026-11-19 nothing"]),
    ],
)
def test_each_date_begins_a_win(written: str, wins: list[str]) -> None:
    """Its words stand beside it or below it, up to the next date."""
    assert [text for _, text in lines(written)] == wins


@pytest.mark.parametrize("first", ["2026-11-20", "2026-13-45 x", "2026-11-20 \t"])
def test_a_date_without_words_or_that_is_none_is_named(first: str) -> None:
    """By its line; the others are read."""
    found = found_in(f"{first}\n2026-11-21 x\n")
    assert [bad.where for bad in found.bad] == ["line 1"]
    assert [entry.text for entry in found.entries.values()] == ["x"]


def test_the_same_text_twice_adds_nothing() -> None:
    """And a longer one adds what is new."""
    with filled({}) as here:
        assert len(bring_in(here, "2026-11-20 x\n2026-11-20 x\n").new) == 2
        assert [entry.text for entry in bring_in(here, "2026-11-20 x\n2026-11-20 x\n2026-11-20 y\n").new] == ["y"]
