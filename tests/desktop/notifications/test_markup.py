"""Text for a notification server is harmless, and otherwise the same."""

from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.desktop.notifications.markup import cleaned, clipped, without_markup


def test_what_breaks_the_bus_is_left_out() -> None:
    """NUL, halves of characters and control characters go; newlines, right-to-left text and emoji stay."""
    assert cleaned("a\0b\ud800c\x1b[1md\r\ne\tf") == "abc[1md\ne f"
    other = "שלום 👩\u200d🚀 \u200fسلم"
    assert cleaned(other) == other


def test_markup_is_shown_as_it_was_written() -> None:
    """Where `<b>` means bold, `&lt;b>` means `<b>`."""
    assert without_markup("R&D <b>") == "R&amp;D &lt;b&gt;"


def test_a_clipped_text_ends_in_an_ellipsis() -> None:
    """An emoji takes two units."""
    assert clipped("abcdef", 4) == "abc…"
    assert clipped("🎉🎉🎉", 4) == "🎉…"
    assert clipped("🎉🎉", 4) == "🎉🎉"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 50))
def test_a_clipped_text_never_takes_more_units(text: str, units: int) -> None:
    """Measured as Windows measures it."""
    assert len(clipped(text, units).encode("utf-16-le")) // 2 <= units


@given(st.text())
def test_a_cleaned_text_is_always_utf8(text: str) -> None:
    """Nothing that the bus refuses is left."""
    assert b"\0" not in cleaned(text).encode("utf-8")
