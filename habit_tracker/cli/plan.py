"""habit plan."""

from datetime import time

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_page
from habit_tracker.cli.params import Clock, Day, DayAsked, Weekdays


@click.command()
@click.option("--at", type=Clock(), help="When to be asked: 17:00 or 5pm.")
@click.option("--days", "weekdays", type=Weekdays(), help="daily, weekdays, mon,wed,fri or mon-thu.")
@click.option("--since", type=Day(), help="The day from which it holds, ahead or back; else today.")
@pass_app
def plan(app: App, at: time | None, weekdays: frozenset[int] | None, since: DayAsked | None) -> None:
    """Show or change when you are asked, and which days count.

    A change holds from today on, or from the day --since until the plan that follows: the days before keep the
    plan they were lived under. A weekday after --since is the next one.

    \b
    Examples:
      habit plan
      habit plan --at 16:45
      habit plan --at 5pm --days weekdays
      habit plan --days mon-thu --since 2026-12-01
    """
    from habit_tracker.cli.render.plan import plan_lines

    if at is not None or weekdays is not None:
        _change(app, at, weekdays, since)
    elif since:
        raise click.UsageError("--since needs what holds from then on: habit plan --days weekdays --since monday")
    with app.reading() as opened:
        print_page(plan_lines(opened.calendar, opened.today))


def _change(app: App, at: time | None, weekdays: frozenset[int] | None, since: DayAsked | None) -> None:
    """Store the plan that holds from *since* on; what is not given stays as it is on that day."""
    from habit_tracker.storage import plans

    with app.writing() as opened:
        first = since.coming(opened.today) if since else opened.today
        old = opened.calendar.plan_on(first)
        new = old._replace(since=first, at=old.at if at is None else at, weekdays=weekdays or old.weekdays)
        plans.save(opened.connection, new, opened.today)
