"""The trend: one small chart for each kind of rating, so that they are told apart without colour."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.progress.review import RATINGS
from habit_tracker.domain.progress.trend import SAME, SPAN, WeekRatings, gathered, growth, missing, rated, scale
from habit_tracker.domain.words import count, short_day

AXIS = 3
"""Columns of the scale."""
WIDEST_STEP = 4


class Kind(NamedTuple):
    """One kind of rating: its *name* in the figures, what it is called, and what of it is counted."""

    name: str
    title: str
    of: str


KINDS = (
    Kind("rate", "How confident you felt at work", "rated week"),
    Kind("gladly", "How gladly you went", "rated week"),
    Kind("confidence", "How confident your wins made you feel", "rated win"),
)


def trend_lines(weeks: list[WeekRatings], shown: list[WeekRatings], today: date, width: int) -> Iterator[str]:
    """The page of `habit trend`: a chart of the weeks *shown*, and how the first of all *weeks* compare."""
    charts = [kind for kind in KINDS if rated(shown, kind.name)]
    points = gathered(shown, width - AXIS)
    for kind in charts:
        yield click.style(kind.title, bold=True)
        yield from _chart([getattr(point, kind.name) for point in points], points, width)
        yield from wrapped(_growth_words(kind, weeks, shown, today), "   ", "   ", width)
        yield ""
    if not charts:
        yield from wrapped("No ratings in this time.", "", "", width)
        yield ""
    if more := min(missing(rated(weeks, kind.name)) for kind in KINDS[:2]):
        yield from wrapped(
            f"{count(more, 'more rated week')} until the first can be compared with the newest:", "", "", width
        )
        yield "  habit week --review"


def _growth_words(kind: Kind, weeks: list[WeekRatings], shown: list[WeekRatings], today: date) -> str:
    """`9 rated weeks. 3.8 since 26 October, 2.6 in the first five weeks.`"""
    number = sum(
        week.ratings if kind.name == "confidence" else getattr(week, kind.name) is not None for week in shown
    )
    counted = f"{count(number, kind.of)}."
    found = growth(rated(weeks, kind.name))
    if found is None:
        return counted
    was = "about as" if abs(found.now - found.was) < SAME else f"{found.was:.1f}"
    return f"{counted} {found.now:.1f} since {short_day(found.since, today)}, {was} in the first {SPAN} weeks."


def _chart(values: list[float | None], points: list[WeekRatings], width: int) -> Iterator[str]:
    """Five rows, from the best down, with a dot for each point and a faint line between neighbours."""
    step = max(1, min(WIDEST_STEP, (width - AXIS) // len(points)))
    cells = _cells(values, step)
    for rating in reversed(RATINGS):
        row = [cells.get((column, rating), " ") for column in range((len(points) - 1) * step + 1)]
        yield (click.style(f"{rating} │", dim=True) + "".join(row)).rstrip()
    yield click.style("  └" + "─" * len(row), dim=True)
    yield click.style("   " + _below(points, step), dim=True)


def _cells(values: list[float | None], step: int) -> dict[tuple[int, int], str]:
    """What stands in which column and row."""
    cells = {}
    for number, (one, other) in enumerate(pairwise(values)):
        if one is not None and other is not None:
            for part in range(1, step):
                height = one + (other - one) * part / step
                cells[number * step + part, _row(height)] = click.style("·", dim=True)
    dots = {(number * step, _row(value)): "●" for number, value in enumerate(values) if value is not None}
    return cells | {place: click.style(dot, fg="green") for place, dot in dots.items()}


def _row(value: float) -> int:
    return int(value + 0.5)


def _below(points: list[WeekRatings], step: int) -> str:
    """The name of each month or year below its first point, where there is room."""
    line = ""
    for place, name in scale(points):
        if len(line) <= place * step:
            line = f"{line:<{place * step}}{name} "
    return line.rstrip()


def trend_object(weeks: list[WeekRatings]) -> dict[str, Any]:
    """The trend in the stable form for programs."""
    return {"weeks": weeks, "compared": {kind.name: growth(rated(weeks, kind.name)) for kind in KINDS}}
