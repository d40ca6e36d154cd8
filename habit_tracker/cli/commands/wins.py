"""habit wins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width
from habit_tracker.cli.params.bounds import bounds, first_option, last_option
from habit_tracker.cli.params.days import DayAsked, as_of_option
from habit_tracker.cli.params.listing import Listed, Listing
from habit_tracker.cli.params.numbers import HowMany
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.tags import TagName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habit_tracker.domain.search.query import Term
    from habit_tracker.storage.session import Session


@click.command()
@click.argument("asked", cls=Phrase, metavar="[NUMBER | DAYS]", type=Listing())
@first_option
@last_option
@click.option("-n", "most", type=HowMany(1), help="At most so many wins.")
@click.option("--tag", "tag_names", multiple=True, type=TagName(), help="Only wins with this #tag.")
@click.option("--tags", "by_tag", is_flag=True, help="List the tags instead, with their wins and last day.")
@click.option("--search", "query", metavar="WORDS", help="Only wins with these words, as in habit search.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def wins(
    app: App,
    asked: Listed | None,
    first: DayAsked | None,
    last: DayAsked | None,
    most: int | None,
    tag_names: tuple[str, ...],
    by_tag: bool,
    query: str | None,
    as_of: DayAsked | None,
    as_json: bool,
) -> None:
    """List your wins, newest first.

    A tag is a #word in the text of a win.

    \b
    Examples:
      habit wins 10
      habit wins last week
      habit wins --from monday
      habit wins --from 2026-01-01 --to 2026-03-31 --json
      habit wins --tags
      habit wins --tag speaking
    """
    number, days = asked or Listed()
    if (number and most) or (days and (first or last)):
        raise click.UsageError("Name the number once, and the days: habit wins 10 --from monday")
    if by_tag and (tag_names or query is not None):
        raise click.UsageError("--tags lists them all; leave --tag and --search out: habit wins --tags")
    most, terms = most or number, _terms(tag_names, query)
    with app.reading(as_of, indexed=bool(terms)) as session:
        otherwise = days.latest(session.today) if days else (date.min, date.max)
        start, end = bounds(first, last, session.today, otherwise)
        end = min(end, session.as_of or end)
        if by_tag:
            page = _tags(session, start, end, most)
        elif terms:
            page = _found(session, terms, start, end, most)
        else:
            page = _all(session, start, end, most)
    # Only now: whoever reads slowly, in a pager say, must not keep others from writing.
    show(as_json, page.value, page.lines, session.as_of)


def _terms(tag_names: Iterable[str], query: str | None) -> list[Term]:
    """What the wins must have."""
    if not tag_names and query is None:
        return []
    from habit_tracker.domain.search.query import Kind, Term, parse

    return [*(Term(Kind.TAG, name) for name in tag_names), *(parse(query) if query is not None else [])]


class _Page(NamedTuple):
    """What was found, for programs and for people."""

    value: Any
    lines: Iterable[str]


def _all(session: Session, first: date, last: date, most: int | None) -> _Page:
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import journal

    found = journal.between(session.connection, first, last, most)
    return _Page(found, win_lines(found, session.today, terminal_width()))


def _found(session: Session, terms: list[Term], first: date, last: date, most: int | None) -> _Page:
    from habit_tracker.cli.render.search import found_lines
    from habit_tracker.storage.search.find import Within, find

    found = find(session.connection, terms, Within(first, last), most, newest=True)
    return _Page([one.win for one in found], found_lines(found, session.today, terminal_width()))


def _tags(session: Session, first: date, last: date, most: int | None) -> _Page:
    from habit_tracker.cli.render.tags import tag_lines, tags_object
    from habit_tracker.storage import journal

    found = journal.tag_counts(session.connection, first, last)[:most]
    return _Page(tags_object(found), tag_lines(found, session.today, terminal_width()))
