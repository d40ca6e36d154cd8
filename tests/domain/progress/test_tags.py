"""Tags: which #words are some, and how they are told apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.domain.progress.tags import Tag, counted, key, places, tags

DAY = date(2026, 11, 23)
names = st.from_regex(r"[A-Za-zäßéжक日][A-Za-z0-9_-]{0,8}[a-z0-9]", fullmatch=True)
separators = st.sampled_from([" ", ", ", "; ", " (", "\n", " – ", ". ", "! "])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gave the talk #speaking", ["speaking"]),
        ("#one, then (#two) and #three.", ["one", "two", "three"]),
        ("#one-on-one #q3_2026 #3d", ["one-on-one", "q3_2026", "3d"]),
        ("#größe #नमस्ते #日本語 #cafe\u0301", ["größe", "नमस्ते", "日本語", "cafe\u0301"]),
        ("\N{FULLWIDTH NUMBER SIGN}会議 was good", ["会議"]),
        ("“#quoted” and #trailing- and #that_", ["quoted", "trailing", "that"]),
        ("#Talk again #talk", ["Talk"]),
        ("#1 priority, #42, #2026-11, # alone, #", []),
        ("in C# and F#m, a#b, ##double, #a#b, &#39; and -#x", []),
        ("https://example.org/page#part and www.example.org/#/x (http://x.org/#y)", []),
        ("#!bang #-dash #_under #…", []),
    ],
)
def test_what_is_a_tag(text: str, found: list[str]) -> None:
    """A letter or digit first, a letter somewhere, and no word before the sign."""
    assert tags(text) == found


@given(st.lists(names, max_size=5, unique_by=key), separators)
def test_tags_are_found_among_anything_that_is_none(some: list[str], separator: str) -> None:
    """In the order in which they stand."""
    assert tags(separator.join(f"#{name}" for name in some)) == some


@given(st.text(st.sampled_from("#aB1é\u0301_- /.:"), max_size=30))
def test_each_tag_stands_where_it_is_said_to(text: str) -> None:
    """With its sign, as it is written there or in another case."""
    for name in tags(text):
        assert places(text, name)
        assert all(key(text[start + 1 : end]) == key(name) for start, end in places(text, name))


def test_case_and_composition_make_no_difference() -> None:
    """Nor does the sharp s, which has two ways to be written large."""
    assert key("CAFÉ") == key("cafe\u0301")
    assert key("Straße") == key("STRASSE")
    assert key("cafe") != key("café")


def test_tags_are_counted_once_for_each_win() -> None:
    """Named as most often written, as first where two are as frequent; the most frequent tag comes first."""
    texts = ["#b", "#Talk #talk", "#talk", "#Talk", "#B"]
    found = counted((DAY.replace(day=number), text) for number, text in enumerate(texts, 1))
    assert found == [Tag("Talk", 3, DAY.replace(day=4)), Tag("b", 2, DAY.replace(day=5))]
