"""Finding wins. Every function works inside the transaction it is given."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, column, literal_column, or_, select, table
from sqlalchemy.exc import DBAPIError

from habit_tracker.domain.progress.tags import SIGNS
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.search.matching import Forms, Span, marks
from habit_tracker.domain.search.query import Kind, Term
from habit_tracker.domain.search.words import words
from habit_tracker.storage.journal import AT_ONCE, columns
from habit_tracker.storage.search import index
from habit_tracker.storage.search.expression import Expression, expression
from habit_tracker.storage.tables import kept, wins

MOST_RANKED = 5_000
"""So many of the newest hits are put in order: of a word that is everywhere no win is better than another."""
_words = table("wins_words", column("rowid"), column("rank"))


class Within(NamedTuple):
    """Which wins are looked at: those of the days *first* to *last*, with a confidence in that range, if any."""

    first: date = date.min
    last: date = date.max
    confidence: tuple[int, int] | None = None


class Found(NamedTuple):
    """A win, and where in its text the words stand."""

    win: Win
    marks: list[Span]


def find(
    connection: Connection, terms: list[Term], within: Within, most: int | None = None, *, newest: bool = False
) -> list[Found]:
    """At most *most* wins that are what was looked for: the best first, or the *newest*.

    Without an index they are the same, the newest first.
    """
    try:
        if index.is_current(connection):
            return _by_index(connection, terms, within, most, newest=newest)
    except DBAPIError:
        pass  # a damaged index is for `habit doctor` to say: the wins themselves may be whole
    return _first(most, connection, _newest_first(terms, within), terms, {})


def occurs(connection: Connection, term: Term) -> bool:
    """Whether any win has what the term stands for."""
    return bool(find(connection, [term], Within(), 1, newest=True))


def vocabulary(connection: Connection) -> set[str]:
    """All words that occur and begin with a letter, in the form in which they are compared."""
    if index.is_current(connection):
        return set(index.occurring(connection, "a", index.LAST_LETTER))
    rows = connection.scalars(select(wins.c.text).where(kept))
    return {word.folded for one in rows for word in words(one)}


def _by_index(
    connection: Connection, terms: list[Term], within: Within, most: int | None, *, newest: bool
) -> list[Found]:
    """From the words that the index knows, or, where it knows too many or none of them, from the newest win on."""
    told = expression(connection, terms)
    hits = _hits(connection, told, terms, within) if told.wanted else [0] * MOST_RANKED
    if len(hits) < MOST_RANKED or (told.wanted and not newest):
        rows = _told(told.wanted).where(*_where(terms, within), _words.c.rowid >= min(hits, default=0))
        order = (wins.c.day.desc(),) if newest else (_words.c.rank,)
        found = _first(most, connection, rows.order_by(*order, wins.c.id.desc()), terms, told.forms)
        if len(hits) < MOST_RANKED or len(found) == most:
            return found
    rows = _newest_first(terms, within)
    if told.unwanted:
        rows = rows.where(wins.c.id.not_in(select(_words.c.rowid).where(_match(told.unwanted))))
    return _first(most, connection, rows, terms, told.forms)


def _hits(connection: Connection, told: Expression, terms: list[Term], within: Within) -> list[int]:
    """The numbers of the newest wins that have these words."""
    rows = _told(told.wanted).with_only_columns(_words.c.rowid).where(*_where(terms, within))
    return list(connection.scalars(rows.order_by(_words.c.rowid.desc()).limit(MOST_RANKED)))


def _told(wanted: str) -> Select[Any]:
    """The wins that have the *wanted* words."""
    joined = _words.join(wins, wins.c.id == _words.c.rowid)
    return select(*columns).select_from(joined).where(_match(wanted))


def _match(expression: str) -> ColumnElement[bool]:
    return literal_column("wins_words").op("MATCH", is_comparison=True)(expression)


def _newest_first(terms: list[Term], within: Within) -> Select[Any]:
    return select(*columns).where(*_where(terms, within)).order_by(wins.c.day.desc(), wins.c.id.desc())


def _where(terms: list[Term], within: Within) -> Iterator[ColumnElement[bool]]:
    """What any database can tell before the texts themselves are looked at."""
    yield kept
    yield wins.c.day.between(within.first, within.last)
    if within.confidence:
        yield wins.c.confidence.between(*within.confidence)
    for term in (term for term in terms if not term.without):
        if term.kind is Kind.PART:
            yield wins.c.text.icontains(term.text, autoescape=True)
        elif term.kind is Kind.TAG:
            yield or_(*(wins.c.text.contains(sign) for sign in SIGNS))


def _first(
    most: int | None, connection: Connection, rows: Select[Any], terms: list[Term], forms: Forms
) -> list[Found]:
    """The first of the *rows* that are what was looked for; no more of them are read than are needed."""
    found = (
        (win, marks(win.text, terms, forms))
        for win in map(Win._make, connection.execute(rows.execution_options(yield_per=AT_ONCE)))
    )
    return list(islice((Found(win, spans) for win, spans in found if spans is not None), most))
