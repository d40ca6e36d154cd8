"""What a person meant whose word occurs in no win."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habit_tracker.cli.spelling import closest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from habit_tracker.domain.search.query import Term

FEW_WRONG = 2
"""Letters that may be others."""


def meant(connection: Connection, query: str, terms: list[Term]) -> str | None:
    """The *query* with each word that occurs nowhere replaced by the nearest that does, None without."""
    from habit_tracker.storage.search.find import occurs

    strange = [term for term in terms if not term.without and not occurs(connection, term)]
    for term in strange:
        guess = _nearest(connection, term)
        if guess is None:
            return None
        query = query.replace(term.text, guess, 1)
    return query if strange else None


def _nearest(connection: Connection, term: Term) -> str | None:
    """The nearest word or tag that a win has."""
    from habit_tracker.domain.search.query import Kind, parse
    from habit_tracker.storage.search.find import occurs, vocabulary

    if term.kind is Kind.PART or len(term.words) > 1:
        return None
    is_tag = term.kind is Kind.TAG
    word = (term.text if is_tag else term.words[0]).lower()
    known = _tags(connection) if is_tag else vocabulary(connection)
    guesses = closest(word, (one for one in known if _may_be(word, one)))
    return next((one for one in guesses if occurs(connection, parse(f"#{one}" if is_tag else one)[0])), None)


def _tags(connection: Connection) -> set[str]:
    from habit_tracker.domain.progress.tags import key
    from habit_tracker.storage.journal import tag_counts

    return {key(tag.name) for tag in tag_counts(connection)}


def _may_be(word: str, other: str) -> bool:
    """Whether so few letters differ that it is worth counting: of a million wins there are many words."""
    return len(set(word) - set(other)) <= FEW_WRONG and abs(len(word) - len(other)) <= FEW_WRONG
