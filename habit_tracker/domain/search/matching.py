"""Whether a text is what was looked for, and where in it the words stand."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from habit_tracker.domain.progress import tags
from habit_tracker.domain.search.query import Kind, Term
from habit_tracker.domain.search.words import Word, fold, words

Span = tuple[int, int]
Forms = Mapping[str, frozenset[str]]
"""For a word as it is compared, all the forms of it that are as good."""


def marks(text: str, terms: Iterable[Term], forms: Forms) -> list[Span] | None:
    """Where in *text* what was looked for stands, in order; None where something of it is missing, or unwanted."""
    there = list(words(text))
    found: list[Span] = []
    for term in terms:
        spans = _spans(text, there, term, forms)
        if bool(spans) is term.without:
            return None
        found += spans
    return sorted(set(found))


def _spans(text: str, there: list[Word], term: Term, forms: Forms) -> list[Span]:
    if term.kind is Kind.TAG:
        return tags.places(text, term.text)
    if term.kind is Kind.PART:
        return [one.span() for one in re.finditer(re.escape(term.text), text, re.IGNORECASE)]
    folded = [fold(word) for word in term.words]
    wanted = [forms.get(word, {word}) if term.inflected else {word} for word in folded]
    size = len(wanted)
    return [
        (there[at].start, there[at + size - 1].end)
        for at in range(len(there) - size + 1)
        if _follow(there[at : at + size], wanted, folded[-1] if term.starred else None)
    ]


def _follow(part: list[Word], wanted: Sequence[Collection[str]], beginning: str | None) -> bool:
    """Whether these words are the *wanted* ones; where there is a *beginning*, the last only begins so."""
    *first, last = part
    return all(word.folded in some for word, some in zip(first, wanted, strict=False)) and (
        last.folded in wanted[-1] if beginning is None else last.folded.startswith(beginning)
    )
