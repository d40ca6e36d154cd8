"""habit time-off."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.params.ranges import DayRange, RangeAsked


@click.command("time-off")
@click.argument("days", cls=Phrase, metavar="[DAYS]", type=DayRange())
@click.option("--reason", metavar="TEXT", help="What for: Christmas.")
@click.option("--cancel", "--remove", "cancel", type=DayRange(), help="These days are not off after all.")
@click.option("--list", "listing", is_flag=True, help="Show all time off; so does the command alone.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def time_off(
    app: App, days: RangeAsked | None, reason: str | None, cancel: RangeAsked | None, listing: bool, as_json: bool
) -> None:
    """Show, add or cancel time off: days that do not count.

    A win on a day off counts, and none is needed. DAYS are one day, the first and the last, or a week or a month;
    without a year they are the next to come. Public holidays are time off once `habit config holidays DE-BY` says
    whose; cancel the one on which you work.

    \b
    Examples:
      habit time-off 2026-12-24..2027-01-02 --reason Christmas
      habit time-off tomorrow friday
      habit time-off 24 dec - 2 jan
      habit time-off next week
      habit time-off --list
      habit time-off --cancel 2026-12-31
    """
    if days and cancel:
        raise click.UsageError("Add days or cancel some, one at a time: habit time-off --cancel 2026-12-31")
    if reason and not days:
        raise click.UsageError("--reason needs its days: habit time-off 2026-12-24..2027-01-02 --reason Christmas")
    if days:
        click.echo(_add(app, days, reason))
    if cancel:
        click.echo(_cancel(app, cancel))
    if listing or as_json or not (days or cancel):
        _show(app, as_json)


def _add(app: App, days: RangeAsked, reason: str | None) -> str:
    from habit_tracker.actions.plans import add_time_off
    from habit_tracker.cli.render.time_off import added_words

    return added_words(app.act(add_time_off, days.coming, reason), app.today())


def _cancel(app: App, days: RangeAsked) -> str:
    from habit_tracker.actions.plans import cancel_time_off
    from habit_tracker.cli.render.time_off import cancelled_words

    return cancelled_words(*app.act(cancel_time_off, days.coming), app.today())


def _show(app: App, as_json: bool) -> None:
    from habit_tracker.cli.render.time_off import time_off_lines

    with app.reading() as session:
        found = session.calendar.time_off
    if as_json:
        print_json(found)
    else:
        print_page(time_off_lines(found, session.today, terminal_width()))
