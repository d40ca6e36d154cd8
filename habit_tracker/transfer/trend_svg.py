"""The trend as a drawing: SVG that stands by itself, in a light page and in a dark one, told also in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from habit_tracker.domain.progress.review import RATINGS
from habit_tracker.domain.progress.trend import WeekRatings, gathered, rated, scale
from habit_tracker.domain.words import short_day

WIDTH, HEIGHT = 760, 340
LEFT, RIGHT, TOP, BOTTOM = 40, 20, 70, 40
NEAREST_LABELS = 60
"""Pixels from one month's name to the next."""
MOST_POINTS = 53
"""A year of weeks; more would be a thicket."""
STYLE = """
svg { background: #fff; color: #222; font: 13px system-ui, sans-serif }
text { fill: currentColor } .grid { stroke: #8886; stroke-width: 1 }
path { fill: none; stroke-width: 2; stroke-linejoin: round } circle { stroke: none }
.rate { stroke: #1a7f37; fill: #1a7f37 } .gladly { stroke: #0550ae; fill: #0550ae }
.confidence { stroke: #9a6700; fill: #9a6700 } path.gladly { stroke-dasharray: 7 4 }
path.confidence { stroke-dasharray: 2 3 } path.rate, path.gladly, path.confidence { fill: none }
@media (prefers-color-scheme: dark) {
svg { background: #0d1117; color: #e6edf3 }
.rate { stroke: #3fb950; fill: #3fb950 } .gladly { stroke: #79c0ff; fill: #79c0ff }
.confidence { stroke: #d29922; fill: #d29922 }
}
"""


class Line(NamedTuple):
    """One line of the drawing: the *name* of the rating in the figures, and what it is called."""

    name: str
    title: str


LINES = (Line("rate", "confident at work"), Line("gladly", "went gladly"), Line("confidence", "wins"))


def drawn(weeks: list[WeekRatings], today: date) -> Iterator[str]:
    """The drawing of the *weeks*, piece by piece."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="title told"><title id="title">Confidence, week by week</title>\n'
        f'<desc id="told">{_told(weeks, today)}</desc>\n<style>{STYLE}</style>\n'
    )
    weeks = gathered(weeks, MOST_POINTS)
    yield from _scale()
    yield from _below(weeks)
    for place, line in enumerate(LINES):
        yield _legend(place, line)
        yield from _curve([getattr(week, line.name) for week in weeks], line)
    yield "</svg>\n"


def _told(weeks: list[WeekRatings], today: date) -> str:
    """What the lines show, in words."""
    said = []
    for line in LINES:
        if found := rated(weeks, line.name):
            first, last = min(found), max(found)
            said.append(
                f"{line.title}: {found[first]:.1f} of 5 on {short_day(first, today)},"
                f" {found[last]:.1f} on {short_day(last, today)}, {len(found)} weeks rated"
            )
    return "; ".join(said) or "no ratings"


def _scale() -> Iterator[str]:
    for rating in RATINGS:
        height = _y(rating)
        yield f'<path class="grid" d="M{LEFT} {height}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 20}" y="{height + 4}">{rating}</text>\n'


def _below(weeks: list[WeekRatings]) -> Iterator[str]:
    """Names of months or years below their first weeks, as many as there is room for."""
    end: float = -NEAREST_LABELS
    for place, name in scale(weeks):
        x = _x(place, len(weeks))
        if x >= end + NEAREST_LABELS:
            yield f'<text x="{x}" y="{HEIGHT - 14}">{name}</text>\n'
            end = x


def _legend(place: int, line: Line) -> str:
    x = LEFT + place * 200
    return f'<path class="{line.name}" d="M{x} 30h32"/><text x="{x + 40}" y="34">{line.title}</text>\n'


def _curve(values: list[float | None], line: Line) -> Iterator[str]:
    """A dot for each week that was rated, and a line from one to the next where no week lies between."""
    points = [None if value is None else (_x(place, len(values)), _y(value)) for place, value in enumerate(values)]
    pen, path = "M", ""
    for point in points:
        path += f"{pen}{point[0]} {point[1]}" if point else ""
        pen = "L" if point else "M"
    yield f'<path class="{line.name}" d="{path}"/>\n'
    yield from (
        f'<circle class="{line.name}" cx="{point[0]}" cy="{point[1]}" r="3.5"/>\n' for point in points if point
    )


def _x(place: int, number: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * place / max(1, number - 1), 1)


def _y(value: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - RATINGS[0]) / (RATINGS[-1] - RATINGS[0]), 1)
