"""The sign of each state of a day, the same in every view. Each is told from the others without its colour.

What was done and what is open are coloured, a missed day is plain, and a day off the quietest. Nothing is bold:
many a terminal makes green too bright then to be seen on white.
"""

from typing import Any

import click

from habit_tracker.domain.progress.week import DayState

_SIGNS: dict[DayState, tuple[str, dict[str, Any]]] = {
    DayState.WON: ("✓", {"fg": "green"}),
    DayState.OPEN: ("○", {"fg": "magenta"}),
    DayState.MISSED: ("·", {}),
    DayState.OFF: ("~", {"dim": True}),
    DayState.NOT_PLANNED: ("-", {"dim": True}),
    DayState.BEFORE: (" ", {}),
}


_HEAT = ("▪", "■")
"""For one win, and for more: larger on a dark and on a light screen alike."""


def mark(state: DayState) -> str:
    """The sign of *state*, in its colour."""
    sign, look = _SIGNS[state]
    return click.style(sign, **look) if look else sign


def heat(state: DayState, wins: int) -> str:
    """The square of a day in a picture of many: the more wins, the larger."""
    if state is not DayState.WON:
        return mark(state)
    return click.style(_HEAT[min(wins, len(_HEAT)) - 1], fg="green")
