"""The CSV zip of Loop Habit Tracker, as it is now and as it was before the middle of 2025.

Each habit has a folder `NNN Name` whose number is its position in Habits.csv. The table of all habits in the root
is not read: it does not quote names, so that a comma in one shifts the columns.
"""

import re
from collections.abc import Iterator

from habit_tracker.domain.days.local_time import NOON, exact_instant
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.domain.words import count
from habit_tracker.transfer.entry import BadLine, Entry, Found, LeftOut, Person, tried
from habit_tracker.transfer.loop_habits import Habit, amount, chosen, habits
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.table import Line, check_width, lines
from habit_tracker.transfer.when import parse_day

NAME = "the CSV zip of Loop Habit Tracker"
_DONE = frozenset({"YES_MANUAL", "2"})
_NOT_DONE = {"NO", "0", "SKIP", "3", "UNKNOWN", "-1"}
_FILLED_IN = {"YES_AUTO", "1"}
_LEGACY_WIDTH = 2


def recognises(source: Source) -> bool:
    """Whether the zip lists habits."""
    return _root(source) is not None


def read(source: Source, person: Person) -> Iterator[Found]:
    """The days on which the one habit was done; its note, or else its name, is the text."""
    root = _root(source) or ""
    habit = chosen(habits(source.member(root + "Habits.csv").text), person.habit)
    folder = re.compile(re.escape(root) + rf"0*{habit.number}(?: [^/]*)?/Checkmarks\.csv")
    marks = [name for name in source.members if folder.fullmatch(name)]
    if len(marks) != 1:
        raise HabitError(
            f"{source.name} holds {count(len(marks), 'table')} of {quoted(habit.name)}; export it again."
        )
    yield from _marks(source.member(marks[0]).text, quoted(marks[0][len(root) :]), habit, person)


def _marks(text: str, name: str, habit: Habit, person: Person) -> Iterator[Found]:
    width = _LEGACY_WIDTH
    for line in lines(text):
        if isinstance(line, BadLine):
            yield line._replace(where=f"{line.where} of {name}")
        elif line.cells[0].strip() == "Date":
            width = len(line.cells)
        else:
            yield tried(f"line {line.number} of {name}", _entry, line, width, habit, person)


def _root(source: Source) -> str | None:
    """The folder of the zip in which all lies, mostly none."""
    names = [name for name in source.members if name.rpartition("/")[2] == "Habits.csv"]
    return min(names, key=len).removesuffix("Habits.csv") if names else None


def _entry(where: str, line: Line, width: int, habit: Habit, person: Person) -> Found:
    check_width(line.cells, width)
    day, value, note = (*(cell.strip() for cell in line.cells), "")[:3]
    if habit.measured:
        done, text = _measured(value, habit)
    else:
        done, text = _ticked(value), habit.name
    when = parse_day(day)
    if done is not None:
        return LeftOut(where, done)
    logged_at = exact_instant(when, NOON, person.zone)
    identity = (habit.name, day)
    return Entry(where, when, note or text, logged_at, person.zone_name, "loop", identity=identity, bare=text)


def _ticked(value: str) -> str | None:
    """Why the day holds no win; None when the person ticked it."""
    if value in _FILLED_IN:
        return "filled in by Loop, not ticked"
    if value not in _DONE and value not in _NOT_DONE:
        raise ValueError(f"{quoted(value)} is not a value that Loop writes, such as YES_MANUAL or NO")
    return None if value in _DONE else "not done"


def _measured(value: str, habit: Habit) -> tuple[str | None, str]:
    """Why the day holds no win, if it does not; and its text. Loop counts in thousandths."""
    if value in _NOT_DONE - {"0"} or (value == "0" and not habit.at_most):
        return "not done", ""
    done = amount(value) / 1000
    reached = done <= habit.target if habit.at_most else done >= habit.target
    return (None if reached else "target not reached"), f"{habit.name}: {done:g} {habit.unit}".strip()
