"""habit stats."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.days import DayAsked, as_of_option
from habit_tracker.cli.output import print_json, print_page


@click.command()
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def stats(app: App, as_of: DayAsked | None, as_json: bool) -> None:
    """Show how firmly the habit stands, by weekday, month and week.

    \b
    Examples:
      habit stats
      habit stats --as-of 2026-06-30
      habit stats --json
    """
    from habit_tracker.cli.render.stats import stats_lines, stats_object
    from habit_tracker.cli.settings import read_week_start
    from habit_tracker.domain.figures import figures, since
    from habit_tracker.storage import journal

    with app.reading(as_of) as opened:
        days = journal.days(opened.connection)
        week_start = read_week_start(opened)
        counts = journal.day_counts(opened.connection, since(opened.today, week_start), opened.today)
    found = figures(opened.calendar, days, counts, opened.today, week_start)
    if as_json:
        print_json(stats_object(found))
    else:
        print_page(stats_lines(found), opened.as_of)
