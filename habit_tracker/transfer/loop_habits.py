"""The list of habits in an export of Loop Habit Tracker."""

import re
from itertools import accumulate
from typing import NamedTuple

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.transfer.entry import BadLine, Found, LeftOut
from habit_tracker.transfer.table import entries

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?(?:E-?[0-9]{1,2})?", re.ASCII)
_SHOWN = 80
"""Characters of the habits' names in a refusal."""


class Habit(NamedTuple):
    """A habit of the export; *number* is its position. *target* is in the habit's own *unit*."""

    number: str
    name: str
    measured: bool = False
    unit: str = ""
    target: float = 0
    at_most: bool = False


def habits(text: str) -> list[Habit]:
    """The habits of the table *text*. Raises HabitError for one that is none."""
    found: list[Habit] = []

    def collect(where: str, cells: dict[str, str]) -> Found:
        found.append(_habit(cells))
        return LeftOut(where, "a habit")

    for line in entries(text, collect):
        if isinstance(line, BadLine):
            raise HabitError(f"Habits.csv, {line.where}: {line.reason}; export it again.")
    return found


def _habit(cells: dict[str, str]) -> Habit:
    number = cells.get("position", "").strip().lstrip("0")
    if not number.isascii() or not number.isdigit():
        raise ValueError("it has no position")
    return Habit(
        number,
        cells.get("name", "").strip(),
        cells.get("type", "").strip() == "NUMERICAL",
        cells.get("unit", "").strip(),
        amount(cells.get("target value", "").strip() or "0"),
        cells.get("target type", "").strip() == "AT_MOST",
    )


def chosen(found: list[Habit], name: str | None) -> Habit:
    """The one habit, or the one of that *name*. Raises HabitError, naming them all, where that is not clear."""
    wanted = [habit for habit in found if name is None or habit.name.casefold() == name.strip().casefold()]
    if len(wanted) == 1:
        return wanted[0]
    if not found:
        raise HabitError("This export holds no habit; choose one in Loop Habit Tracker, and export it again.")
    if name is not None and wanted:
        raise HabitError(
            f"This export holds {len(wanted)} habits {quoted(name)}; rename one, and export it again."
        )
    if name is None:
        raise HabitError(f"This export holds {len(found)} habits; name one with --habit: {_names(found)}.")
    raise HabitError(f"This export holds no habit {quoted(name)}, but {_names(found)}.")


def _names(found: list[Habit]) -> str:
    """The first names, as many as fit into a sentence."""
    names = [quoted(habit.name) for habit in found]
    ends = accumulate(len(name) + len(", ") for name in names)
    shown = max(1, sum(end <= _SHOWN for end in ends))
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" and {more} more" if more else "")


def amount(text: str) -> float:
    """The number that *text* is. Raises ValueError for what Loop would not write."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{quoted(text)} is not a number that Loop writes, such as 2000")
    return float(text)
