"""habit, alone."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_page


@click.command("today")
@pass_app
def show_today(app: App) -> None:
    """Today at a glance, and the next step."""
    from habit_tracker.cli.render.today import today_lines
    from habit_tracker.domain.outlook import outlook
    from habit_tracker.domain.streaks import standing_after, streaks_in
    from habit_tracker.reminder.instance import running
    from habit_tracker.storage import journal

    with app.reading() as opened:
        found = streaks_in(opened.calendar, journal.days(opened.connection), opened.today)
        wins = journal.between(opened.connection, opened.today, opened.today)
    now = standing_after(opened.calendar, found, opened.today)
    ahead = outlook(opened.calendar, found, now)
    print_page(today_lines(now, ahead, wins[::-1], app.coming(), app.moment, running(app.home)))
