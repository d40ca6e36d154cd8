"""habit, alone."""

import click

from habit_tracker.cli.app import App, pass_app


@click.command("today")
@pass_app
def show_today(app: App) -> None:
    """Today at a glance, and the next step."""
    from habit_tracker.cli.render.today import today_lines
    from habit_tracker.domain.streaks import standing
    from habit_tracker.reminder.instance import running
    from habit_tracker.storage import journal

    with app.reading() as opened:
        now = standing(opened.calendar, journal.days(opened.connection), opened.today)
        wins = journal.between(opened.connection, opened.today, opened.today)
    click.echo("\n".join(today_lines(now, wins[::-1], app.coming(), app.moment, running(app.home))))
