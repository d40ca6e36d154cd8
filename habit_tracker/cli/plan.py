"""habit plan."""

from datetime import time

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params import Clock, Weekdays


@click.command()
@click.option("--at", type=Clock(), help="When to be asked: 17:00 or 5pm.")
@click.option("--days", "weekdays", type=Weekdays(), help="daily, weekdays, mon,wed,fri or mon-thu.")
@pass_app
def plan(app: App, at: time | None, weekdays: frozenset[int] | None) -> None:
    """Show or change when you are asked, and which days count.

    A change holds from today on: the days before keep the plan they were lived under.

    \b
    Examples:
      habit plan
      habit plan --at 16:45
      habit plan --at 5pm --days weekdays
    """
    from habit_tracker.cli.render.plan import plan_lines, plan_words
    from habit_tracker.storage import history, plans

    if at is None and weekdays is None:
        with app.reading() as opened:
            click.echo("\n".join(plan_lines(opened.calendar, opened.today)))
        return
    with app.writing() as opened:
        old = opened.calendar.plan_on(opened.today)
        new = old._replace(since=opened.today, at=at or old.at, weekdays=weekdays or old.weekdays)
        plans.save(opened.connection, new)
        history.record(opened.connection, f"changed the plan to {plan_words(new)}", app.moment.now)
    with app.reading() as opened:
        click.echo("\n".join(plan_lines(opened.calendar, opened.today)))
