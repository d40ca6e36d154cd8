"""What may be stored as the text of a win."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import LONGEST, clean_text


@pytest.mark.parametrize("raw", ["", "  \n\t ", "\u2003", "a\0b", "\ud83d", "x" * (LONGEST + 1)])
def test_what_cannot_be_stored_is_refused(raw: str) -> None:
    """Nothing, too much, and characters that no database keeps."""
    with pytest.raises(HabitError):
        clean_text(raw)


@pytest.mark.parametrize("raw", ["x", "🎉", "-5 kg", "a\nb", "x" * LONGEST, "مرحبا", "\x1b[31m"])
def test_everything_else_is_kept_as_it_is(raw: str) -> None:
    """Any Unicode, with its line ends and control characters."""
    assert clean_text(raw) == raw


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    """What was cleaned is clean."""
    if raw.replace("\r", "\n").strip():
        assert clean_text(clean_text(raw)) == clean_text(raw)
