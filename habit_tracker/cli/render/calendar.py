"""The calendar as a picture: a year with weeks as columns, or one month."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from habit_tracker.cli.render.lines import labelled
from habit_tracker.cli.render.marks import heat, mark
from habit_tracker.cli.render.stats import completion_words
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.chart import Chart, Square
from habit_tracker.domain.progress.week import WEEK, DayState, first_of_week
from habit_tracker.domain.words import MONTH_NAMES, WEEKDAY_NAMES, count

WIDEST = 120
LABEL = 4
"""The columns of the weekdays' names, with the space behind them."""
GAP = 3
WIDE_CELL = 7
LEGEND = (
    (heat(DayState.WON, 1), "1 win"),
    (heat(DayState.WON, 2), "2 or more"),
    (heat(DayState.MISSED, 0), "no win"),
    (heat(DayState.OFF, 0), "time off"),
    (heat(DayState.NOT_PLANNED, 0), "not planned"),
    (heat(DayState.OPEN, 0), "open"),
)


def year_lines(chart: Chart, week_start: int, today: date, year: int | None, width: int) -> Iterator[str]:
    """The page of `habit calendar`. Where the terminal is narrow, the past year is cut and a YEAR is stacked."""
    squares = {square.day: square for square in chart.squares}
    weeks = _weeks(chart, week_start)
    cell = 2 if width >= LABEL + 2 * len(weeks) else 1
    fit = (width - LABEL) // cell
    blocks = [weeks[start : start + fit] for start in range(0, len(weeks), fit)] if year else [weeks[-fit:]]
    past = "The past year" if len(weeks) <= fit else f"The past {fit} weeks"
    yield click.style(str(year) if year else past, bold=True)
    for block in blocks:
        yield from ("", _months_line(block, cell))
        yield from _rows(block, squares, cell, today)
    yield ""
    yield from legend_lines(width)
    yield ""
    yield from summary_lines(chart, "In all" if year else "Past year", width)


def month_lines(chart: Chart, week_start: int, today: date, width: int) -> Iterator[str]:
    """The page of `habit calendar --month`."""
    squares = {square.day: square for square in chart.squares}
    first = chart.squares[0].day
    cell = min(8, width // 7)
    yield click.style(f"{MONTH_NAMES[first.month - 1]} {first.year}", bold=True)
    yield ""
    names = [WEEKDAY_NAMES[(week_start + step) % 7][:3] for step in range(7)]
    yield click.style("".join(f"{name:<{cell}}" for name in names).rstrip(), dim=True)
    for week in _weeks(chart, week_start):
        days = [squares.get(date.fromordinal(week.toordinal() + step)) for step in range(7)]
        yield "".join(_month_cell(square, cell, today) for square in days).rstrip()
    yield ""
    yield from legend_lines(width, month=True)
    yield ""
    yield from summary_lines(chart, "In all", width)


def legend_lines(width: int, month: bool = False) -> Iterator[str]:
    """What the signs mean, as many to a line as fit."""
    shown = [(mark(DayState.WON), "win"), *LEGEND[2:]] if month else LEGEND
    line = ""
    for sign, words in shown:
        item = f"{sign} {click.style(words, dim=True)}"
        if line and len(click.unstyle(line + item)) + GAP > width:
            yield line
            line = ""
        line += (" " * GAP if line else "") + item
    yield line


def summary_lines(chart: Chart, label: str, width: int) -> Iterator[str]:
    """What the picture adds up to."""
    if not chart.wins:
        yield from labelled(label, "no wins here yet", width)
        return
    yield from labelled(label, f"{count(chart.wins, 'win')} on {count(chart.days, 'day')}", width)
    if chart.shown_up > chart.days:
        yield from labelled("Shown up", f"on {count(chart.shown_up, 'day')}, with or without a win", width)
    if chart.completion.due:
        yield from labelled("Planned", completion_words(chart.completion), width)


def _weeks(chart: Chart, week_start: int) -> list[date]:
    """The first days of the weeks that the picture touches, in order."""
    first = first_of_week(chart.squares[0].day, week_start)
    number = (chart.squares[-1].day - first) // WEEK + 1
    return [first + step * WEEK for step in range(number)]


def _months_line(weeks: list[date], cell: int) -> str:
    """The months' names, each above the week that holds its first day, where there is room for it."""
    line = ""
    months = [(week + WEEK - ONE_DAY).month for week in weeks]
    for column, month in enumerate(months):
        begins = month != (weeks[column] - ONE_DAY).month
        alone = column == 0 and set(months[: 4 // cell]) == {month}
        if (begins or alone) and len(line) <= column * cell and (len(weeks) - column) * cell >= len("Jan"):
            line = line.ljust(column * cell) + MONTH_NAMES[month - 1][:3] + " "
    return click.style((" " * LABEL + line).rstrip(), dim=True)


def _rows(weeks: list[date], squares: dict[date, Square], cell: int, today: date) -> Iterator[str]:
    """One line for each weekday."""
    for step in range(7):
        days = [week + step * ONE_DAY for week in weeks]
        label = click.style(WEEKDAY_NAMES[days[0].weekday()][:3], dim=True)
        gap = " " * (cell - 1)
        yield (f"{label} " + gap.join(_square(squares.get(day), today) for day in days)).rstrip()


def _square(square: Square | None, today: date) -> str:
    if square is None or (square.day > today and square.state is not DayState.OFF):
        return " "
    return heat(square.state, square.wins)


def _month_cell(square: Square | None, cell: int, today: date) -> str:
    """`23✓`, with the number of wins beside it where there is room and it is more than one."""
    if square is None:
        return " " * cell
    wide = cell >= WIDE_CELL
    ahead = square.day > today and square.state is not DayState.OFF
    sign = (" " if wide else "") + (" " if ahead else mark(square.state))
    many = str(square.wins) if wide and square.wins > 1 else ""
    number = click.style(f"{square.day.day:>2}", bold=square.day == today, dim=square.day > today)
    text = number + sign + many
    return text + " " * max(1, cell - len(click.unstyle(text)))


def chart_object(chart: Chart) -> dict[str, Any]:
    """The picture in the stable form for programs."""
    return {
        "first": chart.squares[0].day,
        "last": chart.squares[-1].day,
        "days": chart.squares,
        "won": chart.days,
        "wins": chart.wins,
        "counting": chart.completion.due,
        "won_as_planned": chart.completion.done,
        "days_shown_up": chart.shown_up,
    }
