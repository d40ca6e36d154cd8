"""The sign of each state of a day, the same in every view. Each is told from the others without its colour."""

import click

from habit_tracker.domain.progress.week import DayState

_SIGNS = {
    DayState.WON: ("✓", "green"),
    DayState.MISSED: ("·", "red"),
    DayState.OPEN: ("○", "magenta"),
    DayState.OFF: ("~", None),
    DayState.NOT_PLANNED: ("-", None),
    DayState.BEFORE: (" ", None),
}


_HEAT = ("▪", "■")
"""For one win, and for more: larger on a dark and on a light screen alike."""


def mark(state: DayState) -> str:
    """The sign of *state*, in its colour."""
    sign, colour = _SIGNS[state]
    if sign == " ":
        return sign
    return click.style(sign, fg=colour, bold=colour is not None, dim=colour is None)


def heat(state: DayState, wins: int) -> str:
    """The square of a day in a picture of many: the more wins, the larger."""
    if state is not DayState.WON:
        return mark(state)
    return click.style(_HEAT[min(wins, len(_HEAT)) - 1], fg="green")
