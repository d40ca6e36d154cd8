"""habit calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import DayAsked, as_of_option
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.periods import CalendarPeriod, Period, PeriodAsked

if TYPE_CHECKING:
    from habit_tracker.domain.progress.chart import Chart
    from habit_tracker.storage.session import Session


@click.command()
@click.argument("asked", cls=Phrase, metavar="[YEAR | MONTH]", type=Period())
@click.option("--month", is_flag=True, help="This month alone.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def calendar(app: App, asked: PeriodAsked | None, month: bool, as_of: DayAsked | None, as_json: bool) -> None:
    """Show the past year or a month, one square for each day.

    \b
    Examples:
      habit calendar
      habit calendar 2026
      habit calendar --month
      habit calendar nov 2025
    """
    from habit_tracker.cli.render.calendar import WIDEST, chart_object, month_lines, year_lines
    from habit_tracker.cli.setting_values import read_week_start

    with app.reading(as_of) as session:
        period = _period(asked, month, session.today)
        week_start = read_week_start(session)
        found = _chart(session, period, week_start)
    if as_json:
        print_json(chart_object(found))
    elif period and period.month:
        print_page(month_lines(found, week_start, session.today, terminal_width()), session.as_of)
    else:
        year, width = period and period.year, terminal_width(WIDEST)
        print_page(year_lines(found, week_start, session.today, year, width), session.as_of)


def _period(asked: PeriodAsked | None, month: bool, today: date) -> CalendarPeriod | None:
    """The year or the month that was asked for, with --month the present one."""
    if asked is None:
        return CalendarPeriod(today.year, today.month) if month else None
    period = asked.on(today)
    if month and period.month is None:
        raise click.UsageError(f"Which month of {period.year}? Write: habit calendar {period.year}-11")
    return period


def _chart(session: Session, period: CalendarPeriod | None, week_start: int) -> Chart:
    """The days that were asked for, else the 53 weeks up to the present one."""
    from habit_tracker.domain.progress.chart import chart
    from habit_tracker.domain.progress.week import WEEK, first_of_week
    from habit_tracker.storage import journal, nothing_days

    newest = first_of_week(session.today, week_start)
    first, last = period.days() if period else (newest - 52 * WEEK, session.today)
    counts = journal.day_counts(session.connection, first, min(last, session.today))
    earliest = journal.first_day(session.connection)
    nothing = nothing_days.up_to(session.connection, session.today)
    return chart(first, last, session.calendar, counts, session.today, earliest, nothing)
