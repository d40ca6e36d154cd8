"""What an app's editor has marked up becomes text, and no word of plain text is taken for mark-up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nasty import NASTY

from habit_tracker.transfer.html import text_of

PLAIN = [
    "a < b", "a<b", "x <3 y", "<3", "AT&T", "AT&amp;T", "if (a<b) c>d", "if a<b and c>d", "if a<b c=5>d",
    "a<b>c", "List<i>", "an unclosed <b", "</b> alone", "<p>one<p>two", "<b/>", "<think>",
    "<script>x</script>", "<!-- x -->", "<!--", "<?", "<![CDATA[x]]>", "&lt;", "&#65;", "a & b", "",
]  # fmt: skip


@pytest.mark.parametrize("note", PLAIN)
def test_plain_text_stays_as_it_is(note: str) -> None:
    """What only looks like a tag is text."""
    assert text_of(note) == note


@pytest.mark.parametrize("note", [note for note in PLAIN if "&" not in note])
def test_what_is_no_tag_stays_between_tags(note: str) -> None:
    """Also in a note that is marked up."""
    assert text_of(f"<div>{note}</div>x").strip() == f"{note}\nx".strip()


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "<div>one</div><div><b>two</b> <script>x</script></div>three<br/>four&nbsp;&lt;five&gt;",
            "one\ntwo <script>x</script>\nthree\nfour\u00a0<five>",
        ),
        ("<ul><li>a &amp; b</li><li>c</li></ul>", "a & b\nc"),
        ("<p>one</p><p><br></p><p>two</p>", "one\n\ntwo"),
        ('<P style="color: red" class=big>One</P>', "One"),
        ("<a href='x?a=1&b=2' title=\"a > b\">link</a>", "link"),
        ("<b><i>both</b></i>", "both"),
        ("<b>a</b> &notit; &reg=1 &AMP; &#x41;&#0066; &nosuch;", "a &notit; &reg=1 & AB &nosuch;"),
        ("<b>a</b> <3 if a<b and c>d", "a <3 if a<b and c>d"),
    ],
)
def test_mark_up_becomes_text(note: str, text: str) -> None:
    """Blocks are lines, entities are read, all other tags are words."""
    assert text_of(note) == text


@given(st.text("xyz <>/&;=\"'"))
def test_no_letter_is_lost(note: str) -> None:
    """Where none of them is the name of a tag, all that was written is there."""
    assert text_of(f"<b>{note}</b>") == note.strip()


@pytest.mark.parametrize("text", [text for text in NASTY if "<b>" not in text and "&lt;" not in text])
def test_a_nasty_text_is_plain(text: str) -> None:
    """It is no mark-up of an editor."""
    assert text_of(text) == text


PIECES = ["<a ", "<!--", "<", "&", '<a b="', "</", "<b>", "<b></b>", "<p><p>", "<a b = ", "<a x=1 ", "&#", "<br>"]


@pytest.mark.parametrize("around", ["{}", "<b>{}</b>", "{}>", "<p>{}'></p>", "<a {}>"])
@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_length_alone(piece: str, around: str) -> None:
    """A hundred thousand characters take no second, whatever they are."""
    note = around.format(piece * (100_000 // len(piece)))
    begin = time.process_time()
    text_of(note)
    assert time.process_time() - begin < 1
