"""The language of manual pages, man(7): text that stays text, and the few macros that a page is made of."""

import re
import textwrap
from collections.abc import Iterable, Iterator

SIGNS = {"\\": r"\(rs", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
"""What would steer the formatter, or be printed as a nicer sign that no shell takes when it is copied."""
WIDEST = 78
SENTENCE_END = (".", "?", "!")


def escaped(text: str) -> str:
    """*text* so that it is printed as it is, on any terminal and in any encoding of the file."""
    return "".join(SIGNS.get(char) or (char if char.isascii() else rf"\[u{ord(char):04X}]") for char in text)


def bold(text: str) -> str:
    """*text* as it is to be typed."""
    return rf"\fB{escaped(text)}\fR" if text else ""


def italic(text: str) -> str:
    """*text* in the place of which something else is to be typed."""
    return rf"\fI{escaped(text)}\fR" if text else ""


def line(text: str) -> str:
    """What is escaped already as a line of its own: none is taken for a request, and none ends a sentence.

    A formatter would set a second space after a sentence that ends a line, and one after those that do not.
    """
    text = rf"\&{text}" if text.startswith(".") else text
    return rf"{text}\&" if text.endswith(SENTENCE_END) else text


def prose(text: str) -> Iterator[str]:
    """Lines of running text, with `what is quoted so` as it is to be typed."""
    parts = re.split(r"`([^`]+)`", " ".join(text.split()))
    spelled = "".join(bold(part) if number % 2 else escaped(part) for number, part in enumerate(parts))
    yield from map(line, textwrap.wrap(spelled, WIDEST, break_long_words=False, break_on_hyphens=False))


def preformatted(lines: Iterable[str]) -> Iterator[str]:
    """The *lines* as they are."""
    yield from [".RS 4", ".nf", *(line(escaped(one)) for one in lines), ".fi", ".RE"]


def heading(title: str, macro: str = "SH") -> str:
    """The beginning of a section."""
    return f'.{macro} "{escaped(title)}"'


def tagged(tag: str, text: str) -> Iterator[str]:
    """A *tag*, escaped already, and what it means beside or below it."""
    yield from [".TP", line(tag), *prose(text)]
