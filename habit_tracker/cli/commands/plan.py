"""habit plan."""

from datetime import time

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_page, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.planning import PlanAsked, PlanWords
from habit_tracker.cli.params.times import Clock, Clocks, Weekly, WeeklyAt
from habit_tracker.cli.params.weekdays import Weekdays


@click.command()
@click.argument("asked", cls=Phrase, metavar="[DAYS] [TIME]", type=PlanWords())
@click.option("--at", type=Clock(), help="When to be asked: 17:00 or 5pm.")
@click.option("--also", multiple=True, type=Clocks(), help="Further times on the same days, or off.")
@click.option("--days", "weekdays", type=Weekdays(), help="daily, weekdays, mon,wed,fri or mon-thu.")
@click.option("--weekly", type=Weekly(), help='The weekly check: "fri 16:00", or off.')
@click.option("--since", type=Day(), help="The day from which it holds, ahead or back; else today.")
@pass_app
def plan(
    app: App,
    asked: PlanAsked | None,
    at: time | None,
    also: tuple[tuple[time, ...], ...],
    weekdays: frozenset[int] | None,
    weekly: WeeklyAt | None,
    since: DayAsked | None,
) -> None:
    """Show or change when you are asked, and which days count.

    With --also you are asked several times a day, until the day has a win. The times named take the place of
    those there were.

    A change holds from today on, or from the day --since until the plan that follows: the days before keep the
    plan they were lived under. A weekday after --since is the next one.

    \b
    Examples:
      habit plan
      habit plan 16:45
      habit plan weekdays at 5pm
      habit plan 9:00 and 17:00
      habit plan --also 11:00
      habit plan --days mon-thu --since 2026-12-01
      habit plan --weekly "fri 16:00"
    """
    from habit_tracker.actions.plans import Wanted
    from habit_tracker.actions.plans import plan as change_plan
    from habit_tracker.cli.render.plan import plan_lines

    words = asked or PlanAsked()
    if (at and words.at) or (weekdays and words.weekdays) or (also and words.also):
        raise click.UsageError("Write the time once, and the days: habit plan mon-fri 17:00")
    further = _further(also) if also else words.also
    wanted = Wanted(at or words.at, weekdays or words.weekdays, further, weekly is not None, *(weekly or ()))
    if since and not wanted:
        raise click.UsageError("--since needs what holds from then on: habit plan --days weekdays --since monday")
    if wanted:
        app.act(change_plan, wanted, since.coming if since else lambda today: today)
    with app.reading() as session:
        print_page(plan_lines(session.calendar, session.today, terminal_width()))


def _further(also: tuple[tuple[time, ...], ...]) -> tuple[time, ...]:
    """The times of all --also; off, which has none, goes with no other."""
    if () in also and len(also) > 1:
        raise click.UsageError("Name the further times, or off: habit plan --also 11:00 --also 14:00")
    return tuple(at for times in also for at in times)
