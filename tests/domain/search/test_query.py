"""What a search looks for, as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.search.matching import marks
from habit_tracker.domain.search.query import Kind, Term, parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("budget", [Term(Kind.WORDS, "budget", ("budget",))]),
        ("prep*", [Term(Kind.WORDS, "prep*", ("prep",), starred=True)]),
        ("-meeting", [Term(Kind.WORDS, "meeting", ("meeting",), without=True)]),
        ('"my idea"', [Term(Kind.WORDS, "my idea", ("my", "idea"), exact=True)]),
        ('-"my idea', [Term(Kind.WORDS, "my idea", ("my", "idea"), exact=True, without=True)]),
        ("“my idea”", [Term(Kind.WORDS, "my idea", ("my", "idea"), exact=True)]),
        ("e-mail", [Term(Kind.WORDS, "e-mail", ("e", "mail"))]),
        ("#budget", [Term(Kind.TAG, "budget")]),
        ("-#one-on-one,", [Term(Kind.TAG, "one-on-one", without=True)]),
        ("#1", [Term(Kind.WORDS, "#1", ("1",))]),
        ("会议", [Term(Kind.PART, "会议")]),
        ("a - b & *", [Term(Kind.WORDS, "a", ("a",)), Term(Kind.WORDS, "b", ("b",))]),
    ],
)
def test_how_words_are_read(typed: str, terms: list[Term]) -> None:
    assert parse(typed) == terms


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "(", "-", "#", "\0", "…", "a" * 1_001, "a " * 51])
def test_what_cannot_be_looked_for_is_said_in_one_sentence(typed: str) -> None:
    with pytest.raises(HabitError, match=r"^[^\n]+$"):
        parse(typed)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("my idea", "An idea of my own", [(3, 7), (11, 13)]),
        ('"my idea"', "An idea of my own, my idea", [(19, 26)]),
        ('"my idea"', "An idea of my own", None),
        ("cafe", "CAFÉ and cafe\u0301", [(0, 4), (9, 14)]),
        ("λογος", "Ο ΛΌΓΟΣ", [(2, 7)]),
        ("pre*", "prepared a present", [(0, 8), (11, 18)]),
        ("present", "presented", None),
        ("#talk", "talk", None),
        ("talk", "#talk", [(1, 5)]),
        ("会议", "设计会议の準備", [(2, 4)]),
        ("ครับ", "สวัสดีครับ", [(6, 10)]),
        ("🎉", "Shipped it 🎉", [(11, 12)]),
        ("mtg", "明日のMTG準備", [(3, 6)]),
        ("idea -meeting", "my idea in the meeting", None),
        ("-meeting", "my idea", []),
    ],
)
def test_where_words_stand(typed: str, text: str, found: list[tuple[int, int]] | None) -> None:
    """None where one is missing, or one is there that should not."""
    assert marks(text, parse(typed), {}) == found


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_and_no_search_is_too_odd(typed: str, text: str) -> None:
    """What is found lies within the text."""
    try:
        terms = parse(typed)
    except HabitError:
        return
    for start, end in marks(text, terms, {}) or []:
        assert 0 <= start < end <= len(text)
