"""habit week."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked, as_of_option
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.weeks import Week

if TYPE_CHECKING:
    from habit_tracker.cli.render.week import WeekPage
    from habit_tracker.domain.progress.streaks import Standing
    from habit_tracker.storage.session import Session

MOST_WEEKS = 530


@click.command()
@click.argument("named", cls=Phrase, metavar="[last | DAY]", type=Week())
@click.option("--last", is_flag=True, help="The week before this one.")
@click.option("--of", "day", type=Day(), metavar="DATE", help="The week that holds this day.")
@click.option("-n", "number", type=click.IntRange(1, MOST_WEEKS), help="So many weeks, the latest at the end.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def week(
    app: App,
    named: DayAsked | None,
    last: bool,
    day: DayAsked | None,
    number: int | None,
    as_of: DayAsked | None,
    as_json: bool,
) -> None:
    """Show this week: each day, its wins, and how it went.

    \b
    Examples:
      habit week
      habit week last
      habit week -n 4
      habit week --of 2026-10-31
    """
    from habit_tracker.cli.render.week import pages_lines, week_object

    if last + bool(day) + bool(named) > 1:
        raise click.UsageError("Name one week, or --last or --of a day: habit week last")
    day = day or named
    with app.reading(as_of) as session:
        shown = day.on(session.today) if day else session.today
        pages, now = _pages(session, shown, back=int(last), number=number or 1)
    if as_json:
        objects = [week_object(page, now) for page in pages]
        print_json(objects if number else objects[0])
    else:
        print_page(pages_lines(pages, now, session.calendar, terminal_width()), session.as_of)


def _pages(session: Session, shown: date, back: int, number: int) -> tuple[list[WeekPage], Standing]:
    """The *number* weeks that end *back* weeks before the one that holds *shown*; and where the person stands."""
    from habit_tracker.cli.render.week import WeekPage
    from habit_tracker.cli.settings import read_week_start
    from habit_tracker.domain.progress.streaks import standing_after, streaks_in
    from habit_tracker.domain.progress.week import WEEK, first_of_week, week_of
    from habit_tracker.storage import journal

    found = streaks_in(session.calendar, journal.days(session.connection), session.today)
    newest = first_of_week(shown, read_week_start(session)) - back * WEEK
    firsts = [newest - step * WEEK for step in range(number, -1, -1)]
    counts = journal.day_counts(session.connection, firsts[0], min(session.today, newest + WEEK))
    wins = journal.between(session.connection, firsts[1], min(session.today, newest + WEEK))
    earliest = found[0].first if found else None
    weeks = [week_of(first, session.calendar, counts, session.today, earliest) for first in firsts]
    pages = [WeekPage.of(week, before, wins, counts) for before, week in pairwise(weeks)]
    return pages, standing_after(session.calendar, found, session.today)
