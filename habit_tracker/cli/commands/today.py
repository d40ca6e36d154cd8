"""habit, alone."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_page, terminal_width


@click.command("today")
@pass_app
def show_today(app: App) -> None:
    """Today at a glance, and the next step."""
    from habit_tracker.actions.memories import remember
    from habit_tracker.cli.program import called
    from habit_tracker.cli.render.status import next_words
    from habit_tracker.cli.render.today import today_lines
    from habit_tracker.domain.progress.memory import FROM_WINS
    from habit_tracker.domain.progress.outlook import outlook
    from habit_tracker.domain.progress.streaks import standing_after, streaks_in
    from habit_tracker.reminder.lock import running
    from habit_tracker.storage import journal

    with app.reading() as session:
        days = journal.days(session.connection)
        found = streaks_in(session.calendar, days, session.today)
        wins = journal.between(session.connection, session.today, session.today)
    now = standing_after(session.calendar, found, session.today)
    ahead = outlook(session.calendar, days, found, now)
    asked = next_words(app.coming(), session.today, app.moment) if running(app.home) else None
    before = remember(app.database, app.moment, unasked_from=FROM_WINS)
    print_page(today_lines(now, ahead, wins[::-1], before, asked, called().words, terminal_width()))
