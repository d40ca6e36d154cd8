"""habit streak."""

from datetime import date
from typing import Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json
from habit_tracker.domain.streaks import Standing, Streak


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def streak(app: App, as_json: bool) -> None:
    """Show your streak: days in a row with no counting day missed.

    A day off never breaks a streak, and a win on one still counts. Today is never missed while it is open.

    \b
    Examples:
      habit streak
      habit streak --json
    """
    from habit_tracker.cli.render.streak import streak_lines
    from habit_tracker.domain.streaks import standing
    from habit_tracker.storage import journal

    with app.reading() as opened:
        now = standing(opened.calendar, journal.days(opened.connection), opened.today)
        wins = journal.count(opened.connection, opened.today)
    if as_json:
        print_json(as_object(now, wins))
    else:
        click.echo("\n".join(streak_lines(now, wins)))


def as_object(now: Standing, total_wins: int) -> dict[str, Any]:
    """The standing in the stable form for programs."""
    return {
        "as_of": now.as_of,
        "current": _span(now.current),
        "longest": _span(now.longest),
        "at_risk": now.at_risk,
        "won_today": now.won_today,
        "counts_today": now.counts_today,
        "total_wins": total_wins,
        "total_days": now.total_days,
    }


def _span(streak: Streak | None) -> dict[str, int | date] | None:
    return streak and {"length": streak.wins, "first": streak.first, "last": streak.last}
