"""habit week."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked, as_of_option
from habit_tracker.cli.params.numbers import HowMany
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.weeks import Week

if TYPE_CHECKING:
    from habit_tracker.cli.render.week import WeekPage
    from habit_tracker.storage.session import Session

MOST_WEEKS = 530


@click.command()
@click.argument("named", cls=Phrase, metavar="[last | DAY]", type=Week())
@click.option("--last", is_flag=True, help="The week before this one.")
@click.option("--of", "day", type=Day(), metavar="DATE", help="The week that holds this day.")
@click.option("-n", "number", type=HowMany(1, MOST_WEEKS), help="So many weeks, the latest at the end.")
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

    The streak below a week that is over is that of its last day.

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
        pages = _pages(session, shown, back=int(last), number=number or 1)
    if as_json:
        objects = [week_object(page) for page in pages]
        print_json(objects if number else objects[0])
    else:
        back = session.as_of is not None
        print_page(pages_lines(pages, session.today, session.calendar, terminal_width(), back=back), session.as_of)


def _pages(session: Session, shown: date, back: int, number: int) -> list[WeekPage]:
    """The *number* weeks that end *back* weeks before the one that holds *shown*."""
    from habit_tracker.cli.render.week import WeekPage
    from habit_tracker.cli.settings import read_week_start
    from habit_tracker.domain.progress.streaks import standing_after, streaks_in, streaks_until
    from habit_tracker.domain.progress.week import WEEK, first_of_week, week_of
    from habit_tracker.storage import journal

    days, calendar, today = journal.days(session.connection), session.calendar, session.today
    found = streaks_in(calendar, days, today)
    newest = first_of_week(shown, read_week_start(session)) - back * WEEK
    firsts = [newest - step * WEEK for step in range(number, -1, -1)]
    counts = journal.day_counts(session.connection, firsts[0], min(today, newest + WEEK))
    wins = journal.between(session.connection, firsts[1], min(today, newest + WEEK))
    earliest = found[0].first if found else None
    weeks = [week_of(first, calendar, counts, today, earliest) for first in firsts]
    ends = [min(week.last, today) if found else today for week in weeks]  # without wins no week has a streak
    standings = [standing_after(calendar, streaks_until(found, days, end), end) for end in ends]
    return [
        WeekPage.of(week, before, wins, counts, standing)
        for (before, week), standing in zip(pairwise(weeks), standings[1:], strict=True)
    ]
