"""habit search."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.bounds import bounds, first_option, last_option
from habit_tracker.cli.params.days import DayAsked
from habit_tracker.cli.params.free_text import QueryCommand
from habit_tracker.cli.params.numbers import Confidences
from habit_tracker.cli.params.tags import QueryWords

MOST = 20


@click.command(cls=QueryCommand)
@click.argument("words", nargs=-1, required=True, type=QueryWords())
@first_option
@last_option
@click.option("-c", "--confidence", type=Confidences(), help="How confident you felt: 4..5, or 5 alone.")
@click.option("--newest", is_flag=True, help="The newest first, instead of the best.")
@click.option("-n", "most", type=click.IntRange(1), default=MOST, help=f"At most so many wins ({MOST}).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def search(
    app: App,
    words: tuple[str, ...],
    first: DayAsked | None,
    last: DayAsked | None,
    confidence: tuple[int, int] | None,
    newest: bool,
    most: int,
    as_json: bool,
) -> None:
    """Find wins by their words, the best first.

    All WORDS must be there, in any order: whole ones or other forms of the same English word, whatever their case
    and accents. prep* finds what begins so, '"my idea"' the words as they follow each other, '#budget' a tag;
    -meeting leaves out what has that word. Japanese, Chinese or Thai is found by any part of the text.

    \b
    Examples:
      habit search budget
      habit search present report -meeting
      habit search '"shared my idea"' --from 2026-01-01
      habit search '#talks' --confidence 4..5 --newest
    """
    from habit_tracker.cli.did_you_mean import meant
    from habit_tracker.cli.render.search import found_lines, nothing_lines, search_object
    from habit_tracker.domain.search.query import parse
    from habit_tracker.storage.search.find import Within, find

    query = " ".join(words)
    terms = parse(query)
    with app.reading(indexed=True) as session:
        within = Within(*bounds(first, last, session.today), confidence)
        found = find(session.connection, terms, within, most + 1, newest=newest)
        guess = None if found else meant(session.connection, query, terms)
    shown, width = found[:most], terminal_width()
    if as_json:
        print_json(search_object(query, [one.win for one in shown], guess))
    elif shown:
        print_page(found_lines(shown, session.today, width, more=len(found) > most))
    else:
        print_page(nothing_lines(query, guess, width))
