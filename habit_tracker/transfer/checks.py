"""What may come in from a file that claims to be ours: what the program would have taken from the person, no more.

One function for each table. It is given values of the right kinds, gives them as they are to be stored, and raises
FieldError for the first that the program would never have written.
"""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.nudge import DAILY, FOLLOW_UP, WEEKLY
from habit_tracker.domain.progress.text import CONFIDENCE, clean_text
from habit_tracker.domain.words import quoted
from habit_tracker.storage.settings import KEYS, parse
from habit_tracker.transfer.entry import BadLine, FieldError, Found, Person, Row, reason_of
from habit_tracker.transfer.when import parse_zone

HIGHEST_NUMBER = 10**9
"""A greater number is no count of wins, and the database could run out of numbers after it."""
_DUE = timedelta(days=2)
"""Farther from its day no nudge is due, whatever the zone and the day start."""
_KINDS = (DAILY, FOLLOW_UP, WEEKLY)

Values = dict[str, Any]


def win(values: Values, _: Person) -> Values:
    """A win, as it is logged."""
    uid, confidence, number = values["uid"], values["confidence"], values["id"]
    _require("uid", uid is None or _is_uid(uid), f"{quoted(uid)} is not the uid of a win")
    _require("confidence", confidence in {None, *CONFIDENCE}, f"{quoted(confidence)} is not a number from 1 to 5")
    _require("id", number is None or 0 < number <= HIGHEST_NUMBER, f"{quoted(number)} is not a win's number")
    _printable("source", values["source"])
    _taken("zone", parse_zone, values["zone"])
    return values | {"text": _taken("text", clean_text, values["text"])}


def plan(values: Values, _: Person) -> Values:
    """A plan, as `habit plan` takes it."""
    _require("weekdays", bool(values["weekdays"]), "there is no weekday; give at least one, 0 to 6")
    _minutes("at", values["at"])
    on, at = values["weekly_on"], values["weekly_at"]
    _require("weekly_on", on is None or on in range(7), f"{quoted(on)} is not a weekday, 0 to 6")
    _require("weekly_at", (on is None) == (at is None), "a weekly check has a weekday and a time, or neither")
    _minutes("weekly_at", at)
    return values


def time_off(values: Values, _: Person) -> Values:
    """Time off, as `habit time-off` takes it."""
    off = TimeOff(values["first"], values["last"], values["reason"])
    _taken("last", checked, off._replace(reason=None))
    return values | {"reason": _taken("reason", checked, off).reason}


def apart(rows: Iterable[Found]) -> Iterator[Found]:
    """*rows* of time off; one that shares days with one before it is bad, unless it is the same once more."""
    seen: dict[tuple[date, date], str | None] = {}
    ranges: list[tuple[date, date]] = []
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        off = row.values["first"], row.values["last"]
        place = bisect(ranges, off)
        if off in seen and seen[off] == row.values["reason"]:
            yield row
        elif any(first <= off[1] and off[0] <= last for first, last in ranges[max(0, place - 1) : place + 1]):
            yield BadLine(f"{row.where}.first", f"{off[0]} is off already in a row before it")
        else:
            seen[off] = row.values["reason"]
            ranges.insert(place, off)
            yield row


def day_start(values: Values, _: Person) -> Values:
    """A day start, as `habit config day-start` takes it."""
    _minutes("at", values["at"])
    return values


def nudge(values: Values, person: Person) -> Values:
    """A row of the ledger, as the reminder writes it; another computer may be a day ahead."""
    day: date = values["day"]
    due: datetime = values["due_at"]
    _require("day", day <= person.today + ONE_DAY, f"{day} has yet to come")
    _require("kind", values["kind"] in _KINDS, f"{quoted(values['kind'])} is none of {', '.join(_KINDS)}")
    _require("number", 0 < values["number"] <= HIGHEST_NUMBER, f"{quoted(values['number'])} is not 1 or more")
    _require("due_at", abs(due.date() - day) <= _DUE, f"{due:%Y-%m-%d} is not near its day, {day}")
    _require("tries", 0 <= values["tries"] <= HIGHEST_NUMBER, f"{quoted(values['tries'])} is not 0 or more")
    return values


def setting(values: Values, _: Person) -> Values:
    """A setting, as `habit config` takes it."""
    key: str = values["key"]
    _require("key", key in KEYS, f"{quoted(key)} is not a setting; a newer version may know it")
    _taken("value", lambda value: parse(key, value), values["value"])
    return values


CHECKS: dict[str, Callable[[Values, Person], Values]] = {
    "wins": win,
    "plans": plan,
    "time_off": time_off,
    "day_starts": day_start,
    "nudges": nudge,
    "settings": setting,
}
"""By the names of the tables."""


def _is_uid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _require(field: str, fits: bool, reason: str) -> None:
    if not fits:
        raise FieldError(field, reason)


def _taken(field: str, take: Callable[[Any], Any], value: Any) -> Any:
    """What *take*, which checks what a person enters, makes of *value*."""
    try:
        return take(value)
    except (ValueError, HabitError) as error:
        raise FieldError(field, reason_of(error)) from None


def _minutes(field: str, at: time | None) -> None:
    _require(field, at is None or not (at.second or at.microsecond), f"{at} is not a time like 17:00")


def _printable(field: str, text: str | None) -> None:
    _require(field, text is None or text.isprintable(), f"{quoted(text)} cannot be shown")
