"""habit nudges."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import show, terminal_width
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.domain.days.local_time import ONE_DAY

WEEK = 7


@click.command()
@click.option("--from", "first", type=Day(), help="The first day to list; a week ago without it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def nudges(app: App, first: DayAsked | None, as_json: bool) -> None:
    """List the nudges: when each was due, and what became of it.

    It answers "why was I not asked on Tuesday?".

    \b
    Examples:
      habit nudges
      habit nudges --from tuesday
      habit nudges --from 2026-11-01 --json
    """
    from habit_tracker.cli.render.nudges import nudge_lines, nudge_object

    with app.reading() as session:
        start = first.on(session.today) if first else session.today - (WEEK - 1) * ONE_DAY
    seen = app.view(start)
    listed = [nudge_object(nudge) for nudge in seen.ledger if nudge.day >= start]
    show(as_json, listed, nudge_lines(start, seen, terminal_width()))
