"""A file is ours as long as it is as some version has written it."""

from hypothesis import given
from hypothesis import strategies as st

from habit_tracker.desktop.integration.mark import is_ours, marked

TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"{text}\n")
COMMENTS = st.sampled_from(["# {}", "<!-- {} -->", r".\" {}"])


@given(TEXTS, COMMENTS)
def test_what_we_made_is_ours(text: str, comment: str) -> None:
    """Whatever it says, and in every format; the text stands in it as it was given."""
    assert is_ours(marked(text, comment))
    assert marked(text, comment).startswith(text.encode())


@given(TEXTS, COMMENTS, st.data())
def test_what_was_changed_is_not(text: str, comment: str, data: st.DataObject) -> None:
    """By one character anywhere in it, or by anything at its end."""
    content = marked(text, comment)
    place = data.draw(st.integers(0, content.rindex(b")")))
    assert not is_ours(content[:place] + b"+" + content[place:])
    assert not is_ours(content + b"\n")


@given(st.binary())
def test_what_others_made_is_not(content: bytes) -> None:
    """It has no mark."""
    assert not is_ours(content)
