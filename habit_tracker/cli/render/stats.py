"""How the figures are said and drawn."""

from collections.abc import Iterator
from typing import Any

import click

from habit_tracker.cli.render.lines import labelled, wrapped
from habit_tracker.domain.progress.completion import Completion
from habit_tracker.domain.progress.figures import Figures, Month
from habit_tracker.domain.words import MONTH_NAMES, WEEKDAY_NAMES, count

LEVELS = "▁▂▃▄▅▆▇█"
LABEL = 12
WIDEST_BAR = 30


def stats_lines(found: Figures, shown_up: int, width: int) -> Iterator[str]:
    """The page of `habit stats`; on so many days the person has *shown up*, with or without a win."""
    if not found.weeks:
        yield from wrapped("Figures come with the first wins.", "", "", width)
        yield '  habit log "What you did"'
        return
    yield from _strength_lines(found, width)
    yield from labelled("Shown up", f"on {count(shown_up, 'day')} in all, with or without a win", width)
    weekdays = {WEEKDAY_NAMES[day]: found.weekdays[day] for day in sorted(found.weekdays)}
    yield from _bars("By weekday", weekdays, width)
    yield from _bars("By month", {_month(month): completion for month, completion in found.months.items()}, width)
    if found.best:
        yield from labelled("Best", f"{_month(found.best)}, {completion_words(found.months[found.best])}", width)
    if found.days_off:
        yield from labelled("Time off", f"{count(found.days_off, 'planned day')} in these months", width)
    yield from _weeks_lines(found, width)


def completion_words(found: Completion) -> str:
    """`18 of 21 days, 86%`."""
    return f"{found.done} of {count(found.due, 'day')}, {found.share or 0:.0%}"


def sparkline(numbers: list[int]) -> str:
    """One column for each number: the greatest is full, nothing is the lowest line."""
    top = max([*numbers, 1])
    return "".join(LEVELS[-(-number * (len(LEVELS) - 1) // top)] for number in numbers)


def _strength_lines(found: Figures, width: int) -> Iterator[str]:
    if found.strength is not None:
        label = click.style("Strength".ljust(LABEL), bold=True)
        yield f"{label}{_bar(found.strength, _room(width))} {found.strength:>4.0%}"


def _bars(title: str, rows: dict[str, Completion], width: int) -> Iterator[str]:
    """One bar for each row that had a counting day."""
    if not rows:
        return
    yield from ("", click.style(title, bold=True))
    for label, found in rows.items():
        share = found.share or 0.0
        number = f"{found.done}/{found.due}"
        yield f"{label:<{LABEL}}{_bar(share, _room(width))} {share:>4.0%} {click.style(f'{number:>7}', dim=True)}"


def _weeks_lines(found: Figures, width: int) -> Iterator[str]:
    """The wins of each week, as many weeks as fit."""
    weeks = list(found.weeks.values())[-(width - LABEL) :]
    yield from ("", click.style("Wins per week", bold=True))
    line = click.style(sparkline(weeks), fg="green")
    yield f"{count(len(weeks), 'week'):<{LABEL}}{line}"
    yield from labelled("The most", f"{count(max(found.weeks.values()), 'win')} in a week", width)


def _bar(share: float, room: int) -> str:
    full = round(share * room)
    return click.style("━" * full, fg="green") + click.style("─" * (room - full), dim=True)


def _room(width: int) -> int:
    return min(WIDEST_BAR, width - LABEL - len(" 100%  123/123"))


def _month(month: Month) -> str:
    return f"{MONTH_NAMES[month.month - 1][:3]} {month.year}"


def stats_object(found: Figures, shown_up: int) -> dict[str, Any]:
    """The figures in the stable form for programs."""
    return {
        "strength": found.strength,
        "days_shown_up": shown_up,
        "weekdays": [
            {"weekday": WEEKDAY_NAMES[day], **_rate(found.weekdays[day])} for day in sorted(found.weekdays)
        ],
        "months": [{"month": _iso(month), **_rate(rate)} for month, rate in found.months.items()],
        "days_off": found.days_off,
        "best_month": found.best and _iso(found.best),
        "weeks": [{"first": first, "wins": wins} for first, wins in found.weeks.items()],
    }


def _rate(found: Completion) -> dict[str, Any]:
    return {"won": found.done, "counting": found.due, "share": found.share}


def _iso(month: Month) -> str:
    return f"{month.year:04}-{month.month:02}"
