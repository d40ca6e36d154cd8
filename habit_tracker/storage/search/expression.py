"""What a person looks for in the language of the index. Every function works inside the transaction it is given.

No word of theirs gets into it but letters and digits between quotation marks.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.domain.search.matching import Forms
from habit_tracker.domain.search.query import Kind, Term
from habit_tracker.domain.search.words import fold, words
from habit_tracker.storage.search import index

SHORTEST_INFLECTED = 3


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
    forms = {term.words[0]: _forms_of(connection, term.words[0]) for term in told if term.inflected}
    wanted = [_one(term, forms) for term in told if not term.without]
    unwanted = [_one(term, forms) for term in told if term.without and term.kind is Kind.WORDS]
    compared = {fold(word): frozenset(map(fold, found)) for word, found in forms.items()}
    return Expression(" AND ".join(wanted), " OR ".join(unwanted), compared)


def _forms_of(connection: Connection, word: str) -> frozenset[str]:
    """Forms of one English stem share it but for its last letter; another word's differ in accents alone."""
    folded = fold(word)
    if not folded.isascii():
        near = index.beginning(connection, folded[:1])
        return frozenset({word.lower(), *(other for other in near if fold(other) == folded)})
    if len(folded) < SHORTEST_INFLECTED:
        return frozenset({folded})
    stem = index.stems([folded])[folded]
    near = [other for other in index.beginning(connection, stem[:-1]) if other.isascii()]
    return frozenset(other for other, its in index.stems({folded, *near}).items() if its == stem)


def _one(term: Term, forms: Forms) -> str:
    if term.inflected:
        return f"({' OR '.join(_quoted([form]) for form in sorted(forms[term.words[0]]))})"
    phrase = term.words if term.kind is Kind.WORDS else [term.text[at.start : at.end] for at in words(term.text)]
    return _quoted(phrase) + "*" * term.starred


def _quoted(phrase: Iterable[str]) -> str:
    return f'"{" ".join(phrase)}"'
