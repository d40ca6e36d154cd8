"""The CSV zip of Loop Habit Tracker, as it is now and as it was before the middle of 2025.

Each habit has a folder `NNN Name` whose number is its position in Habits.csv. The table of all habits in the root
is not read: it does not quote names, so that a comma in one shifts the columns.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from habit_tracker.domain.errors import HabitError
from habit_tracker.transfer.entry import BadLine, Entry, Found, LeftOut, Person, tried
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.table import Line, entries, lines
from habit_tracker.transfer.when import NOON, local_instant, parse_day

NAME = "the CSV zip of Loop Habit Tracker"
_DONE = frozenset({"YES_MANUAL", "2"})
_NOT_DONE = {"NO", "0", "SKIP", "3", "UNKNOWN", "-1"}
_FILLED_IN = {"YES_AUTO", "1"}


class Habit(NamedTuple):
    """A habit of the export; *number* is its position. *target* is in the habit's own *unit*."""

    number: str
    name: str
    measured: bool = False
    unit: str = ""
    target: float = 0
    at_most: bool = False


def recognises(source: Source) -> bool:
    """Whether the zip lists habits."""
    return _root(source) is not None


def read(source: Source, person: Person) -> Iterator[Found]:
    """The days on which the one habit was done; its note, or else its name, is the text."""
    root = _root(source) or ""
    habit = _chosen(_habits(source.member(root + "Habits.csv").text), person.habit)
    folder = re.compile(re.escape(root) + rf"0*{habit.number}(?: [^/]*)?/Checkmarks\.csv")
    for name in filter(folder.fullmatch, source.members):
        for line in lines(source.member(name).text):
            if isinstance(line, BadLine):
                yield line
            elif line.cells[0].strip() != "Date":
                yield tried(f"line {line.number} of {name[len(root) :]!r}", _entry, line, habit, person)


def _root(source: Source) -> str | None:
    """The folder of the zip in which all lies, mostly none."""
    names = [name for name in source.members if name.rpartition("/")[2] == "Habits.csv"]
    return min(names, key=len).removesuffix("Habits.csv") if names else None


def _habits(text: str) -> list[Habit]:
    found: list[Habit] = []

    def collect(where: str, cells: dict[str, str]) -> Found:
        found.append(_habit(cells))
        return LeftOut(where, "a habit")

    for line in entries(text, collect):
        if isinstance(line, BadLine):
            raise HabitError(f"Habits.csv in the zip, {line.where}: {line.reason}.")
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
        float(cells.get("target value", "").strip() or 0),
        cells.get("target type", "").strip() == "AT_MOST",
    )


def _chosen(habits: list[Habit], name: str | None) -> Habit:
    """The one habit, or the one of that *name*. Raises HabitError, naming them all, where that is not clear."""
    wanted = [habit for habit in habits if name is None or habit.name.casefold() == name.strip().casefold()]
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(repr(habit.name) for habit in habits) or "none"
    if name is None or wanted:
        raise HabitError(f"This export holds {len(habits)} habits: {names}. Name one of them with --habit.")
    raise HabitError(f"This export holds no habit {name!r}, but these: {names}.")


def _entry(where: str, line: Line, habit: Habit, person: Person) -> Found:
    day, value, note = (*(cell.strip() for cell in line.cells), "", "")[:3]
    if habit.measured:
        done, text = _measured(value, habit)
    else:
        done, text = _ticked(value), habit.name
    when = parse_day(day)
    if done is not None:
        return LeftOut(where, done)
    logged_at = local_instant(when, NOON, person.zone)
    return Entry(where, when, note or text, logged_at, person.zone_name, "loop", identity=(habit.name, day))


def _ticked(value: str) -> str | None:
    """Why the day holds no win; None when the person ticked it."""
    if value in _FILLED_IN:
        return "filled in by Loop, not ticked"
    if value not in _DONE and value not in _NOT_DONE:
        raise ValueError(f"{value[:40]!r} is not a value that Loop writes")
    return None if value in _DONE else "not done"


def _measured(value: str, habit: Habit) -> tuple[str | None, str]:
    """Why the day holds no win, if it does not; and its text. Loop counts in thousandths."""
    if value in _NOT_DONE - {"0"} or (value == "0" and not habit.at_most):
        return "not done", ""
    amount = int(value) / 1000
    reached = amount <= habit.target if habit.at_most else amount >= habit.target
    return (None if reached else "target not reached"), f"{habit.name}: {amount:g} {habit.unit}".strip()
