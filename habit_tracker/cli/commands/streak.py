"""habit streak."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import DayAsked, as_of_option

if TYPE_CHECKING:
    from habit_tracker.domain.progress.streaks import Standing, Streak


@click.command()
@click.option("--all", "every", is_flag=True, help="List every streak.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def streak(app: App, every: bool, as_of: DayAsked | None, as_json: bool) -> None:
    """Show your streak: days in a row with no counting day missed.

    A day off never breaks a streak, and a win on one still counts. Today is never missed while it is open.

    \b
    Examples:
      habit streak
      habit streak --all
      habit streak --as-of 2026-10-31
      habit streak --json
    """
    from habit_tracker.cli.render.streak import all_lines, streak_lines
    from habit_tracker.domain.progress.outlook import outlook
    from habit_tracker.domain.progress.streaks import standing_after, streaks_in
    from habit_tracker.storage import journal

    with app.reading(as_of) as session:
        found = streaks_in(session.calendar, journal.days(session.connection), session.today)
        wins = journal.count(session.connection, session.today)
    now = standing_after(session.calendar, found, session.today)
    if as_json:
        print_json([span(streak) for streak in found] if every else as_object(now, wins))
    elif every:
        print_page(all_lines(found, now, terminal_width()), session.as_of)
    else:
        ahead = outlook(session.calendar, found, now)
        print_page(streak_lines(now, ahead, wins, terminal_width()), session.as_of)


def as_object(now: Standing, total_wins: int) -> dict[str, Any]:
    """The standing in the stable form for programs."""
    return {
        "as_of": now.as_of,
        "current": span(now.current),
        "longest": span(now.longest),
        "at_risk": now.at_risk,
        "won_today": now.won_today,
        "counts_today": now.counts_today,
        "total_wins": total_wins,
        "total_days": now.total_days,
    }


def span(streak: Streak | None) -> dict[str, int | date] | None:
    """A streak in the stable form for programs."""
    return streak and {"length": streak.wins, "first": streak.first, "last": streak.last}
