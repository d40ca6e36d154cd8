"""What a person looks for, read from what they typed."""

import re
from enum import Enum
from typing import NamedTuple
from unicodedata import category

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress import tags
from habit_tracker.domain.search.words import is_without_spaces, words

LONGEST = 1_000
MOST_TERMS = 50
_TERM = re.compile(r'(?P<without>-?)(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<plain>[^\s"“”„]+))')


class Kind(Enum):
    """What a term is compared with."""

    WORDS = "words"
    """Words of the text that follow each other."""
    TAG = "tag"
    PART = "part"
    """Any part of the text, for scripts without spaces between words."""


class Term(NamedTuple):
    """One thing to look for, as *text* has it: *words* that follow each other.

    The last of them may only begin so if it is *starred*. An *exact* word has no other forms. What is to be found
    is *without* it.
    """

    kind: Kind
    text: str
    words: tuple[str, ...] = ()
    starred: bool = False
    exact: bool = False
    without: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is one whole word."""
        return len(self.words) == 1 and not self.starred

    @property
    def inflected(self) -> bool:
        """Whether other forms of the word are as good."""
        return self.whole and not self.exact


def parse(typed: str) -> list[Term]:
    """The terms of a search. Raises HabitError where there are none, or more than can be looked for."""
    if len(typed) > LONGEST:
        raise HabitError(f"A search may have up to {LONGEST:,} characters; this one has {len(typed):,}.")
    terms = [term for found in _TERM.finditer(typed.replace("\0", " ")) if (term := _term(found))]
    if not terms:
        raise HabitError("There is no word to look for. Write one, as in: habit search budget")
    if len(terms) > MOST_TERMS:
        raise HabitError(f"A search may have up to {MOST_TERMS} words; this one has {len(terms)}.")
    return terms


def _term(found: re.Match[str]) -> Term | None:
    """The term, None where nothing is left of it without its signs."""
    text, without = found["plain"] or found["phrase"] or "", bool(found["without"])
    exact = found["phrase"] is not None
    if not exact and text[:1] in tags.SIGNS and (names := tags.tags(text)):
        return Term(Kind.TAG, names[0], without=without)
    parts = tuple(text[word.start : word.end] for word in words(text))
    if is_without_spaces(text) or (not parts and _is_picture(text)):
        return Term(Kind.PART, text.strip("*"), without=without)
    starred = not exact and text.endswith("*")
    return Term(Kind.WORDS, text, parts, starred, exact, without) if parts else None


def _is_picture(text: str) -> bool:
    """Whether it has a sign that says something without a word, as an emoji does."""
    return any(category(char)[0] == "S" and not char.isascii() for char in text)
