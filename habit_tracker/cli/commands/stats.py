"""habit stats."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width
from habit_tracker.cli.params.days import DayAsked, as_of_option


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
    from habit_tracker.cli.setting_values import read_week_start
    from habit_tracker.domain.progress.figures import figures, since
    from habit_tracker.domain.progress.streaks import shown_up
    from habit_tracker.storage import journal, nothing_days

    with app.reading(as_of) as session:
        days = journal.days(session.connection)
        shown = shown_up(days, nothing_days.up_to(session.connection, session.today), session.today)
        week_start = read_week_start(session)
        counts = journal.day_counts(session.connection, since(session.today, week_start), session.today)
    found = figures(session.calendar, days, counts, session.today, week_start)
    show(as_json, stats_object(found, shown), stats_lines(found, shown, terminal_width()), session.as_of)
