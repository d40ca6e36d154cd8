"""habit week."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def week(app: App, as_json: bool) -> None:
    """Show this week: each day, its wins, and how it went.

    \b
    Examples:
      habit week
      habit week --json
    """
    from habit_tracker.cli.render.week import week_lines, week_object
    from habit_tracker.domain.streaks import standing
    from habit_tracker.domain.week import WEEK, first_of_week, week_of
    from habit_tracker.storage import journal

    with app.reading() as opened:
        days = journal.days(opened.connection)
        first = first_of_week(opened.today)
        this = week_of(first, opened.calendar, days, opened.today)
        last = week_of(first - WEEK, opened.calendar, days, opened.today)
        wins = journal.between(opened.connection, this.first, opened.today)
    now = standing(opened.calendar, days, opened.today)
    if as_json:
        print_json(week_object(this, last, wins, now))
    else:
        click.echo("\n".join(week_lines(this, last, wins, now)))
