"""The Markdown reads well, and no mark-up of a win acts."""

import re
from datetime import date

import pytest
from support.nasty import NASTY
from support.stored import exported, filled, win

from habit_tracker.domain.progress.text import clean_text
from habit_tracker.transfer.export.as_markdown import escaped

STRUCTURE = re.compile(r"# Wins|## \w+ \d{4}|### \w+ \d+ \w+|- .+|  .+|", re.DOTALL)


def test_it_reads_by_month_and_day() -> None:
    """Oldest first, with the confidence."""
    stored = [
        win(1, day=date(2026, 11, 20), text="Spoke up"),
        win(2, day=date(2026, 11, 20), text="Said no\n\nkindly\nagain", confidence=4),
        win(3, day=date(2026, 10, 31), text="Began"),
        win(4, text="gone", deleted_at=win()["logged_at"]),
    ]
    with filled({"wins": stored}) as here:
        assert exported(here, "markdown") == (
            "# Wins\n\n## October 2026\n\n### Saturday 31 October\n\n- Began\n"
            "\n## November 2026\n\n### Friday 20 November\n\n"
            "- Spoke up\n- Said no\n\n  kindly  \n  again (4/5)\n"
        )


@pytest.mark.parametrize("text", [text for text in NASTY if text.strip()])
def test_a_nasty_text_stays_inside_its_item(text: str) -> None:
    """No line of it is a heading, a list, a rule or HTML; nothing steers a terminal."""
    with filled({"wins": [win(1, text=clean_text(text))]}) as here:
        written = exported(here, "markdown")
    body = written.split("\n\n", 3)[3].removesuffix("\n").split("\n")
    assert body[0].startswith("- ")
    assert all(line.startswith("  ") or not line for line in body[1:])
    assert not any(re.match(r"\s{0,3}([-+*#>=~`|]|\d{1,9}[.)](\s|$))", line[2:]) for line in body)
    assert "<" not in written
    assert all(char == "\n" or ord(char) >= 32 for char in written)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("plain words, with a full stop.", "plain words, with a full stop."),
        ("at 17:30 - done", "at 17:30 - done"),
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("- x", r"\- x"),
        ("12. x", r"12\. x"),
        ("*a* _b_ `c` [d](e)", r"\*a\* \_b\_ \`c\` \[d\](e)"),
        ("http://a.b", r"http\://a.b"),
        ("www.a.b", r"www\.a.b"),
        ("a@b.c", r"a\@b.c"),
        ("\x1b[2J\u202e", "\ufffd\\[2J\ufffd"),
    ],
)
def test_only_what_acts_is_escaped(line: str, shown: str) -> None:
    """Ordinary words stay readable as they are."""
    assert escaped(line) == shown
