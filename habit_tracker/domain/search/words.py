"""The words of a text, in the form in which they are compared: neither case nor accents make a difference."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, normalize

_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # Chinese signs
)


class Word(NamedTuple):
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    folded: str


def fold(word: str) -> str:
    """*word* as it is compared."""
    if word.isascii():
        return word.lower()
    bare = _ACCENTS.sub("", normalize("NFD", word))
    return normalize(
        "NFC", bare.lower().replace("\N{GREEK SMALL LETTER FINAL SIGMA}", "\N{GREEK SMALL LETTER SIGMA}")
    )


def words(text: str) -> Iterator[Word]:
    """The words of *text*: runs of letters and digits of any script with their marks.

    In scripts without spaces a run is many words; one of another script within it stands by itself.
    """
    if text.isascii():
        for found in _PLAIN_WORD.finditer(text):
            yield Word(found.start(), found.end(), found[0].lower())
        return
    places = (at for at, char in enumerate(text) if _of_word(char))
    for _, run in groupby(enumerate(places), key=lambda one: (one[1] - one[0], is_without_spaces(text[one[1]]))):
        inside = [at for _, at in run]
        start, end = inside[0], inside[-1] + 1
        yield Word(start, end, fold(text[start:end]))


def _of_word(char: str) -> bool:
    return char.isalnum() or category(char)[0] in "LNM"


def is_without_spaces(text: str) -> bool:
    """Whether it is in a script that puts no spaces between words, such as Japanese, Chinese or Thai."""
    return _WITHOUT_SPACES.search(text) is not None
