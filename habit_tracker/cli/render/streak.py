"""How the streak is said."""

from collections.abc import Iterator

import click

from habit_tracker.domain.streaks import Standing, Streak
from habit_tracker.domain.words import count, short_day


def streak_lines(now: Standing, total_wins: int) -> Iterator[str]:
    """The page of `habit streak`."""
    if now.longest is None:
        yield "No wins yet. The first one begins your first streak:"
        yield '  habit log "One thing that made you feel accomplished"'
        return
    yield current_line(now)
    yield today_line(now)
    yield ""
    yield f"Longest  {span(now.longest, now)}"
    yield f"In all   {count(total_wins, 'win')} on {count(now.total_days, 'day')}"


def current_line(now: Standing) -> str:
    """The current streak, or how to begin the next."""
    if now.current is None:
        return "No streak at the moment. The next win begins one."
    length = click.style(count(now.current.wins, "day"), bold=True)
    return f"{length} in a row, since {short_day(now.current.first, now.as_of)}"


def today_line(now: Standing) -> str:
    """What today means for the streak."""
    if now.won_today:
        return click.style("Today is done.", fg="green")
    if now.at_risk:
        return click.style("Today is still open: one win keeps the streak.", fg="yellow")
    return "Today is open." if now.counts_today else "Today is off: a win counts, and none is needed."


def span(streak: Streak, now: Standing) -> str:
    """A streak's length and dates."""
    if streak.first == streak.last:
        return f"{count(streak.wins, 'day')}, {short_day(streak.first, now.as_of)}"
    dates = f"{short_day(streak.first, now.as_of)} to {short_day(streak.last, now.as_of)}"
    return f"{count(streak.wins, 'day')}, {dates}"
