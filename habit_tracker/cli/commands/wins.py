"""habit wins."""

from datetime import date

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked, as_of_option
from habit_tracker.cli.params.listing import Listed, Listing
from habit_tracker.cli.params.numbers import HowMany
from habit_tracker.cli.params.parsed import Phrase


@click.command()
@click.argument("asked", cls=Phrase, metavar="[NUMBER | DAYS]", type=Listing())
@click.option("--from", "first", type=Day(), help="The first day to list.")
@click.option("--to", "last", type=Day(), help="The last day to list.")
@click.option("-n", "most", type=HowMany(1), help="At most so many wins.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def wins(
    app: App,
    asked: Listed | None,
    first: DayAsked | None,
    last: DayAsked | None,
    most: int | None,
    as_of: DayAsked | None,
    as_json: bool,
) -> None:
    """List your wins, newest first.

    \b
    Examples:
      habit wins 10
      habit wins last week
      habit wins --from monday
      habit wins --from 2026-01-01 --to 2026-03-31 --json
    """
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import journal

    number, days = asked or Listed()
    if (number and most) or (days and (first or last)):
        raise click.UsageError("Name the number once, and the days: habit wins 10 --from monday")
    with app.reading(as_of) as session:
        start, end = days.latest(session.today) if days else (date.min, date.max)
        start = first.on(session.today) if first else start
        end = last.on(session.today) if last else end
        if start > end:
            raise click.UsageError(f"--from {start} comes after --to {end}; exchange the two.")
        end = min(end, session.as_of or end)
        found = journal.between(session.connection, start, end, most or number)
    show(as_json, found, win_lines(found, session.today, terminal_width()), session.as_of)
