"""What a person looks for in the language of the index. Every function works inside the transaction it is given.

No word of theirs gets into it but letters and digits between quotation marks.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.domain.search.matching import Forms
from habit_tracker.domain.search.query import Kind, Term
from habit_tracker.domain.search.words import fold, is_without_spaces, words
from habit_tracker.storage.search import index

SHORTEST_INFLECTED = 3
FIRST_WITHOUT_SPACES = "\u0e00"


class Expression(NamedTuple):
    """What is *wanted* and what is *unwanted*, both empty for nothing that the index can tell.

    *forms* are all forms of the words that occur, as texts are compared with them.
    """

    wanted: str
    unwanted: str
    forms: Forms


def expression(connection: Connection, terms: Iterable[Term]) -> Expression:
    """The *terms* as far as the index can tell: it knows words, and neither tags nor parts of words."""
    told = [term for term in terms if term.kind is not Kind.PART]
    forms = {term: _forms(connection, term) for term in told if term.whole}
    wanted = [_one(term, forms) for term in told if not term.without]
    unwanted = [_one(term, forms) for term in told if term.without and term.kind is Kind.WORDS]
    compared = {fold(term.words[0]): frozenset(map(fold, forms[term])) for term in forms if term.inflected}
    return Expression(" AND ".join(wanted), " OR ".join(unwanted), compared)


def _forms(connection: Connection, term: Term) -> set[str]:
    """What the index may have for one whole word."""
    word = fold(term.words[0])
    near = index.beginning(connection, word)
    unspaced = [*near, *index.occurring(connection, FIRST_WITHOUT_SPACES, index.LAST_LETTER)]
    found = {term.words[0].lower(), *(other for other in unspaced if word in other and is_without_spaces(other))}
    if not term.inflected:
        return found
    if not word.isascii():  # which may stand there with other accents
        return found | {other for other in index.beginning(connection, word[:1]) if fold(other) == word}
    return found | _of_one_stem(connection, word)


def _of_one_stem(connection: Connection, word: str) -> set[str]:
    """The words of the same English stem: they share it but for its last letter."""
    if len(word) < SHORTEST_INFLECTED:
        return {word}
    stem = index.stems([word])[word]
    near = [other for other in index.beginning(connection, stem[:-1]) if other.isascii()]
    return {other for other, its in index.stems({word, *near}).items() if its == stem}


def _one(term: Term, forms: Mapping[Term, Iterable[str]]) -> str:
    if term in forms:
        return f"({' OR '.join(_quoted([form]) for form in sorted(forms[term]))})"
    phrase = term.words if term.kind is Kind.WORDS else [term.text[at.start : at.end] for at in words(term.text)]
    return _quoted(phrase) + "*" * term.starred


def _quoted(phrase: Iterable[str]) -> str:
    return f'"{" ".join(phrase)}"'
