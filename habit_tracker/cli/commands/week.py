"""habit week."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked, as_of_option
from habit_tracker.cli.params.numbers import WIN_NUMBER, Confidence, HowMany
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.weeks import Week, parse_week

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
@click.option("--review", is_flag=True, help="Look back at it: a few questions, each of which may stay open.")
@click.option("--choose", "chosen", type=WIN_NUMBER, help="Make this win the win of its week.")
@click.option("--why", help="Why it was your own doing.")
@click.option("--rate", type=Confidence(), help="How confident you felt at work, from 1 to 5.")
@click.option("--gladly", type=Confidence(), help="How gladly you went, from 1 to 5.")
@click.option("--obstacle", help="What came in the way.")
@pass_app
def week(
    app: App,
    /,
    named: DayAsked | None,
    last: bool,
    day: DayAsked | None,
    number: int | None,
    as_of: DayAsked | None,
    as_json: bool,
    review: bool,
    **given: Any,
) -> None:
    """Show this week: each day and its wins; or look back at it.

    The streak below a week that is over is that of its last day. A look back is about this week from its fourth
    day on, before that about the last one, unless you name another.

    \b
    Examples:
      habit week
      habit week last
      habit week -n 4
      habit week --of 2026-10-31
      habit week --review
      habit week --choose 12 --why "I prepared for it" --rate 4 --gladly 3
    """
    from habit_tracker.cli.looking_back import look_back
    from habit_tracker.cli.render.week import pages_lines, week_object

    if last + bool(day) + bool(named) > 1:
        raise click.UsageError("Name one week, or --last or --of a day: habit week last")
    day = day or named or (parse_week("last") if last else None)
    said = {name: value for name, value in given.items() if value is not None}
    if (said or review) and (number or as_of):
        raise click.UsageError("A look back is about one week, as it is now: habit week last --rate 4")
    looked = look_back(app, said, day, review=review) if said or review else None
    with app.reading(as_of) as session:
        shown = looked or (day.on(session.today) if day else session.today)
        pages = _pages(session, shown, number=number or 1)
    if as_json:
        objects = [week_object(page) for page in pages]
        print_json(objects if number else objects[0])
    else:
        back = session.as_of is not None
        print_page(pages_lines(pages, session.today, session.calendar, terminal_width(), back=back), session.as_of)


def _pages(session: Session, shown: date, number: int) -> list[WeekPage]:
    """The *number* weeks that end with the one that holds *shown*."""
    from habit_tracker.cli.render.week import WeekPage
    from habit_tracker.cli.setting_values import read_week_start
    from habit_tracker.domain.progress.streaks import standing_after, streaks_in, streaks_until
    from habit_tracker.domain.progress.week import WEEK, first_of_week, week_of
    from habit_tracker.storage import journal, nothing_days
    from habit_tracker.storage import weeks as stored

    days, calendar, today = journal.days(session.connection), session.calendar, session.today
    found = streaks_in(calendar, days, today)
    newest = first_of_week(shown, read_week_start(session))
    firsts = [newest - step * WEEK for step in range(number, -1, -1)]
    counts = journal.day_counts(session.connection, firsts[0], min(today, newest + WEEK))
    wins = journal.between(session.connection, firsts[1], min(today, newest + WEEK))
    earliest = found[0].first if found else None
    weeks = [week_of(first, calendar, counts, today, earliest) for first in firsts]
    ends = [min(week.last, today) if found else today for week in weeks]  # without wins no week has a streak
    nothing = nothing_days.up_to(session.connection, today)
    standings = [standing_after(calendar, streaks_until(found, days, end), end) for end in ends]
    return [
        WeekPage.of(week, before, wins, counts, standing, stored.find(session.connection, week.first), nothing)
        for (before, week), standing in zip(pairwise(weeks), standings[1:], strict=True)
    ]
