"""The values of a row, as JSON writes them and as the table's columns take them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Column, Date, Integer, String, Table, Time

from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.nudges.prompt import PROMPTS, Prompt
from habit_tracker.domain.progress.text import UNSTORABLE
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage.types import Instant, OutcomeName, PromptName, Weekdays
from habit_tracker.transfer.entry import FieldError
from habit_tracker.transfer.when import parse_day, parse_instant

_HIGHEST = 2**63 - 1
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?")


def written(value: Any) -> Any:
    """*value* as JSON has it: instants end in Z, a set of weekdays is a list (Monday is 0)."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Prompt):
        return value.name
    return sorted(value) if isinstance(value, frozenset) else value


def row_values(table: Table, found: Any) -> dict[str, Any]:
    """The values for every column of *table*. Raises ValueError for what was not written by `written`."""
    if not isinstance(found, Mapping):
        raise ValueError("it is not an object")
    if unknown := set(found) - set(table.columns.keys()):
        raise ValueError(f"this version does not know its {quoted(min(unknown))}; a newer one may")
    return {column.name: column_value(column, found.get(column.name)) for column in table.columns}


def column_value(column: Column[Any], found: Any) -> Any:
    """The value for *column*; None for a missing one that is given anew, or that earlier versions did not have.

    Raises FieldError for another kind.
    """
    if found is None and (column.nullable or column.name == "id" or column.server_default is not None):
        return None
    try:
        return _parser(column)(column, found)
    except (ValueError, TypeError) as error:
        raise FieldError(column.name, str(error)) from None


@cache
def _parser(column: Column[Any]) -> Callable[[Column[Any], Any], Any]:
    return next(parse for kind, parse in _PARSERS.items() if isinstance(column.type, kind))


def _text(column: Column[Any], found: Any) -> str:
    text = _string(found)
    if UNSTORABLE.search(text):
        raise ValueError("it holds a character that cannot be stored")
    longest = column.type.length if isinstance(column.type, String) else None
    if longest and len(text) > longest:
        raise ValueError(f"it is longer than {longest} characters")
    return text


def _number(_column: Column[Any], found: Any) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or abs(found) > _HIGHEST:
        raise ValueError(f"{quoted(found)} is not a whole number")
    return found


def _weekdays(_column: Column[Any], found: Any) -> frozenset[int]:
    if not isinstance(found, list) or not all(type(day) is int and day in range(7) for day in found):
        raise ValueError("it is not a list of weekdays, 0 to 6")
    return frozenset(found)


def _prompt(_column: Column[Any], found: Any) -> Prompt:
    if _string(found) not in PROMPTS:
        raise ValueError(f"{quoted(found)} is none of {', '.join(PROMPTS)}")
    return PROMPTS[found]


def _string(found: Any) -> str:
    if not isinstance(found, str):
        raise ValueError("it is missing" if found is None else f"{quoted(found)} is not a text")
    return found


def _clock(_column: Column[Any], found: Any) -> time:
    if not _CLOCK.fullmatch(_string(found)):
        raise ValueError(f"{quoted(found)} is not a time like 17:00:00")
    return time.fromisoformat(found)


def _outcome(_column: Column[Any], found: Any) -> Outcome:
    if _string(found) not in set(Outcome):
        raise ValueError(f"{quoted(found)} is not what becomes of a nudge, such as {Outcome.SHOWN}")
    return Outcome(found)


_PARSERS: dict[type[Any], Callable[[Column[Any], Any], Any]] = {
    Instant: lambda _, found: parse_instant(_string(found)),
    Date: lambda _, found: parse_day(_string(found)),
    Time: _clock,
    Weekdays: _weekdays,
    OutcomeName: _outcome,
    PromptName: _prompt,
    Integer: _number,
    String: _text,
}
