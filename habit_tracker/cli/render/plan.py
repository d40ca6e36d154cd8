"""How plans are said."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan
from habit_tracker.domain.words import days_words, plan_words, short_day


def plan_lines(calendar: Calendar, today: date, width: int) -> Iterator[str]:
    """The plan in force, the later ones and the earlier ones, each with its dates."""
    now = calendar.plan_on(today)
    since = "" if now == DEFAULT_PLAN or now.since > today else f", since {short_day(now.since, today)}"
    yield from wrapped(f"You are asked {_words(now, calendar, today)}{since}.", "", "", width)
    later = [plan for plan in calendar.plans if plan.since > today and plan != now]
    ahead = [f"from {short_day(plan.since, today)}: {_words(plan, calendar, plan.since)}" for plan in later]
    yield from _listed("Later", ahead, width)
    over = [
        f"{days_words(*dates, today)}: {_words(plan, calendar, plan.since)}"
        for plan, dates in _over(calendar.plans, today)
    ]
    yield from _listed("Earlier", over[::-1], width)


def _words(plan: Plan, calendar: Calendar, day: date) -> str:
    """The *plan*, as it holds on that *day*."""
    return plan_words(plan, calendar.start_time_on(day))


def _over(plans: list[Plan], today: date) -> Iterator[tuple[Plan, tuple[date, date]]]:
    """The plans that another has followed by *today*, with their first and last day."""
    for plan, following in pairwise(plans):
        if following.since <= today:
            yield plan, (plan.since, following.since - ONE_DAY)


def _listed(title: str, lines: list[str], width: int) -> Iterator[str]:
    if lines:
        yield from ("", click.style(title, bold=True))
    for line in lines:
        yield from wrapped(line, "  ", "    ", width)
