"""Tags: the #words in the text of a win."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import category, normalize

SIGNS = "#\N{FULLWIDTH NUMBER SIGN}"
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.IGNORECASE)
_BEFORE_NONE = {*SIGNS, *"&/-_@="}
"""After one of these a # belongs to what stands before it."""


class Tag(NamedTuple):
    """A tag as it is most often written, in how many wins it stands, and the last day of these."""

    name: str
    wins: int
    last_day: date


def tags(text: str) -> list[str]:
    """The tags of *text* as they are written there, without the sign, each once."""
    return list({key(name): name for _, name in reversed([*_found(text)])}.values())[::-1]


def places(text: str, tag: str) -> list[tuple[int, int]]:
    """Where in *text* that tag stands, the sign included."""
    return [(at, at + 1 + len(name)) for at, name in _found(text) if key(name) == key(tag)]


def key(name: str) -> str:
    """What all ways to write a tag have in common, in whatever case and however its letters are composed."""
    return normalize("NFC", normalize("NFD", name.lstrip(SIGNS)).casefold())


def counted(texts: Iterable[tuple[date, str]]) -> list[Tag]:
    """The tags of all these texts, each with its day: the most frequent first, then as in the alphabet.

    A tag is named as it is most often written, and as it was first of two that are as frequent.
    """
    written: dict[str, Counter[str]] = {}
    last: dict[str, date] = {}
    for day, text in sorted(texts, key=lambda one: one[0]):
        for name in tags(text):
            written.setdefault(key(name), Counter())[name] += 1
            last[key(name)] = day
    found = [Tag(ways.most_common(1)[0][0], ways.total(), last[known]) for known, ways in written.items()]
    return sorted(found, key=lambda tag: (-tag.wins, key(tag.name)))


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Each tag of *text* with the place of its sign; a # within an address is none."""
    if not any(sign in text for sign in SIGNS):
        return
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    for at in (place for place, char in enumerate(text) if char in SIGNS):
        name = _name(text, at + 1)
        if name and _begins(text, at) and not any(start <= at < end for start, end in addresses):
            yield at, name


def _begins(text: str, at: int) -> bool:
    """Whether no word, and nothing that would make it part of one, stands before the sign."""
    return at == 0 or not (_of_word(text[at - 1]) or text[at - 1] in _BEFORE_NONE)


def _name(text: str, start: int) -> str:
    """The tag's name: it begins with a letter or a digit, and numbers alone are no name. Empty for none."""
    end = start
    while end < len(text) and (_of_word(text[end]) or text[end] in "-_"):
        end += 1
    name = text[start:end].rstrip("-_")
    is_name = name[:1].isalnum() and any(char.isalpha() for char in name)
    return name if is_name and text[end : end + 1] not in {*SIGNS} else ""


def _of_word(char: str) -> bool:
    """A letter, a digit, a mark that combines with them, or what joins letters of some scripts."""
    return char.isalnum() or category(char)[0] == "M" or char in "\u200c\u200d"
