"""habit streak."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, print_page, terminal_width
from habit_tracker.cli.params.days import DayAsked, as_of_option
from habit_tracker.cli.params.numbers import HowMany

if TYPE_CHECKING:
    from habit_tracker.domain.progress.streaks import Standing, Streak
    from habit_tracker.domain.progress.win import Win
    from habit_tracker.storage.session import Session

NEWEST = 3
"""So many of the newest wins are shown unless another number is asked for."""


@click.command()
@click.option("--all", "every", is_flag=True, help="List every streak.")
@click.option("-n", "number", type=HowMany(0), help="So many of its newest wins (3); with --all, of the streaks.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def streak(app: App, every: bool, number: int | None, as_of: DayAsked | None, as_json: bool) -> None:
    """Show your streak: days in a row with no counting day missed.

    A day off never breaks a streak, and a win on one still counts. Today is never missed while it is open.

    \b
    Examples:
      habit streak
      habit streak -n 10
      habit streak --all
      habit streak --as-of 2026-10-31
      habit streak --json
    """
    from habit_tracker.cli.render.streak import all_lines, streak_lines
    from habit_tracker.domain.progress.outlook import outlook
    from habit_tracker.domain.progress.streaks import shown_up, standing_after, streaks_in
    from habit_tracker.storage import journal, nothing_days

    with app.reading(as_of) as session:
        days = journal.days(session.connection)
        found = streaks_in(session.calendar, days, session.today)
        now = standing_after(session.calendar, found, session.today)
        shown = shown_up(days, nothing_days.up_to(session.connection, session.today), session.today)
        wins = journal.count(session.connection, session.today)
        newest = [] if every else _newest(session, now.current, NEWEST if number is None else number)
    listed = found[::-1][:number]
    if as_json:
        print_json([span(streak) for streak in listed[::-1]] if every else as_object(now, wins, newest, shown))
    elif every:
        print_page(all_lines(listed, now, terminal_width()), session.as_of)
    else:
        ahead, back = outlook(session.calendar, days, found, now), session.as_of is not None
        print_page(streak_lines(now, ahead, wins, newest, shown, terminal_width(), back=back), session.as_of)


def _newest(session: Session, current: Streak | None, number: int) -> list[Win]:
    """The newest wins of the current streak."""
    from habit_tracker.storage import journal

    if current is None or not number:
        return []
    return journal.between(session.connection, current.first, current.last, number)


def as_object(now: Standing, total_wins: int, newest: list[Win], shown: int) -> dict[str, Any]:
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
        "newest_wins": newest,
        "days_shown_up": shown,
    }


def span(streak: Streak | None) -> dict[str, int | date] | None:
    """A streak in the stable form for programs."""
    return streak and {"length": streak.wins, "first": streak.first, "last": streak.last}
