"""What may come in from a file that claims to be ours: what the program would have taken from the person, no more.

One function for each table. It is given values of the right kinds, gives them as they are to be stored, and raises
FieldError for the first that the program would never have written.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from habit_tracker.domain.days.plan import MOST_A_DAY, TimeOff
from habit_tracker.domain.days.time_off import checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import MOST_OCCURRENCES
from habit_tracker.domain.progress.review import RATINGS
from habit_tracker.domain.progress.text import CONFIDENCE, clean_text
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage.settings import HOLIDAYS, KEYS, REMINDING_SINCE, parse
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
    _require("occurrence", 0 < values["occurrence"] <= MOST_A_DAY, f"it is not 1 to {MOST_A_DAY}")
    _require("weekdays", bool(values["weekdays"]), "there is no weekday; give at least one, 0 to 6")
    _minutes("at", values["at"])
    return values


def time_off(values: Values, _: Person) -> Values:
    """A day off, as `habit time-off` takes it."""
    off = TimeOff(values["day"], values["day"], values["reason"])
    return values | {"reason": _taken("reason", checked, off).reason}


def holiday(values: Values, _: Person) -> Values:
    """A public holiday, as it is given."""
    day = TimeOff(values["day"], values["day"], values["name"])
    _require("name", bool(values["name"].strip()), "it has no name")
    _taken("regions", lambda regions: parse(HOLIDAYS, regions), values["regions"])
    return values | {"name": _taken("name", checked, day).reason}


def day_start(values: Values, _: Person) -> Values:
    """A day start, as `habit config day-start` takes it."""
    _minutes("at", values["at"])
    return values


def week(values: Values, _: Person) -> Values:
    """A look back, as `habit week` takes it."""
    _require("chosen", values["chosen"] is None or _is_uid(values["chosen"]), "it is not the uid of a win")
    for name in ("rate", "gladly"):
        _require(name, values[name] in {None, *RATINGS}, f"{quoted(values[name])} is not a number from 1 to 5")
    texts = {name: values[name] and _taken(name, clean_text, values[name]) for name in ("why", "obstacle")}
    return values | texts


def nothing_day(values: Values, _: Person) -> Values:
    """A day without a win, as `habit log --nothing` takes it."""
    return values | {"reason": values["reason"] and _taken("reason", clean_text, values["reason"])}


def nudge(values: Values, _: Person) -> Values:
    """A row of the ledger, as the reminder writes it."""
    day: date = values["day"]
    due: datetime = values["due_at"]
    _require("occurrence", 0 < values["occurrence"] <= MOST_OCCURRENCES, f"it is not 1 to {MOST_OCCURRENCES}")
    _require("due_at", abs(due.date() - day) <= _DUE, f"{due:%Y-%m-%d} is not near its day, {day}")
    until = values["snoozed_until"]
    near = until is None or abs(until.date() - day) <= _DUE
    _require("snoozed_until", near, f"{until:%Y-%m-%d} is not near its day, {day}" if until else "")
    known = {"showings": int(values["delivered_at"] is not None)} if values["showings"] is None else {}
    for name in ("tries", "snoozes", "showings"):
        number = (values | known)[name]
        _require(name, 0 <= number <= HIGHEST_NUMBER, f"{quoted(number)} is not 0 or more")
    return values | known


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
    "holidays": holiday,
    "day_starts": day_start,
    "weeks": week,
    "nothing_days": nothing_day,
    "nudges": nudge,
    "settings": setting,
}
"""By the names of the tables."""


def too_soon(table: str, values: Values, person: Person) -> str | None:
    """Why a row that may be ours has no place here yet: a clock that was ahead wrote it."""
    if table == "nudges" and (values["day"] > person.today or (values["delivered_at"] or person.now) > person.now):
        return "of a question that has yet to come"
    if table == "settings" and values["key"] == REMINDING_SINCE and values["value"] > str(person.today):
        return "of a first day that has yet to come"
    return None


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
