"""What may come in from a file that claims to be ours: what the program would have taken from the person, no more.

One function for each table. It is given values of the right kinds, gives them as they are to be stored, and raises
FieldError for the first that the program would never have written.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import MOST_OCCURRENCES
from habit_tracker.domain.progress.text import CONFIDENCE, clean_text
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage.settings import KEYS, parse
from habit_tracker.transfer.entry import FieldError, Person, reason_of
from habit_tracker.transfer.when import parse_zone

HIGHEST_NUMBER = 10**9
"""A greater number is no count of wins, and the database could run out of numbers after it."""
_DUE = timedelta(days=2)
"""Farther from its day no nudge is due, whatever the zone and the day start."""

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
    return values


def plan_prompt(values: Values, _: Person) -> Values:
    """What a plan asks, as `habit plan` takes it."""
    _require("prompt", not values["prompt"].follows, f"no plan asks the {values['prompt'].label}")
    _require("occurrence", 0 < values["occurrence"] <= MOST_OCCURRENCES, f"it is not 1 to {MOST_OCCURRENCES}")
    _require("weekdays", bool(values["weekdays"]), "there is no weekday; give at least one, 0 to 6")
    _minutes("at", values["at"])
    return values


def time_off(values: Values, _: Person) -> Values:
    """A day off, as `habit time-off` takes it."""
    off = TimeOff(values["day"], values["day"], values["reason"])
    return values | {"reason": _taken("reason", checked, off).reason}


def day_start(values: Values, _: Person) -> Values:
    """A day start, as `habit config day-start` takes it."""
    _minutes("at", values["at"])
    return values


def nudge(values: Values, person: Person) -> Values:
    """A row of the ledger, as the reminder writes it; another computer may be a day ahead."""
    day: date = values["day"]
    due: datetime = values["due_at"]
    _require("day", day <= person.today + ONE_DAY, f"{day} has yet to come")
    _require("occurrence", 0 < values["occurrence"] <= MOST_OCCURRENCES, f"it is not 1 to {MOST_OCCURRENCES}")
    _require("due_at", abs(due.date() - day) <= _DUE, f"{due:%Y-%m-%d} is not near its day, {day}")
    until = values["snoozed_until"]
    near = until is None or abs(until.date() - day) <= _DUE
    _require("snoozed_until", near, f"{until:%Y-%m-%d} is not near its day, {day}" if until else "")
    for name in ("tries", "snoozes"):
        _require(name, 0 <= values[name] <= HIGHEST_NUMBER, f"{quoted(values[name])} is not 0 or more")
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
    "plan_prompts": plan_prompt,
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
