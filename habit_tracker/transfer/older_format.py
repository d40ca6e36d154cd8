"""The JSON export of format 1, in the form of today's: files that were written once come in for ever."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.transfer.entry import FieldError, reason_of
from habit_tracker.transfer.values import written
from habit_tracker.transfer.when import parse_day

Row = dict[str, Any]
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of a row from before there were stamps: whatever is known of it otherwise is newer."""
STAMPS = {"updated_at": written(LONG_AGO), "deleted_at": None}


class PlacedRow(NamedTuple):
    """A row of a table, *where* it stands in the file; or what is wrong with what stands there."""

    where: str
    table: str
    row: Any


def upgraded(lists: dict[str, list[Any]]) -> Iterator[PlacedRow]:
    """The rows of an export of format 1 as those of format 2."""
    for name, rows in lists.items():
        placed = [PlacedRow(f"{name[:40]}[{number}]", name, row) for number, row in enumerate(rows)]
        whole = [one for one in placed if isinstance(one.row, dict)]
        yield from (one for one in placed if not isinstance(one.row, dict))
        yield from _TABLES.get(name, iter)(whole)


def _stamped(rows: list[PlacedRow]) -> Iterator[PlacedRow]:
    for one in rows:
        yield one._replace(row=one.row | STAMPS)


def _plans(plans: list[PlacedRow]) -> Iterator[PlacedRow]:
    """The plans, and what each asks. One without a weekly check ended that of the plan before it."""
    weekly_before = False
    for one in sorted(plans, key=lambda one: str(one.row.get("since"))):
        old = dict(one.row)
        at, on, weekly_at = old.pop("at", None), old.pop("weekly_on", None), old.pop("weekly_at", None)
        yield one._replace(row=old | STAMPS)
        same = {"since": old.get("since"), "occurrence": 1, **STAMPS}
        daily = {"prompt": "daily", "weekdays": old.get("weekdays"), "at": "" if at is None else at}
        yield PlacedRow(one.where, "plan_prompts", same | daily)
        weekly = on is not None or weekly_at is not None
        if weekly and (type(on) is not int or on not in range(7) or weekly_at is None):
            yield one._replace(row=FieldError("weekly_on", "a weekly check has a weekday, 0 to 6, and a time"))
        elif weekly or weekly_before:
            days = {"weekdays": [on] if weekly else [*range(7)], "at": weekly_at}
            yield PlacedRow(one.where, "plan_prompts", same | {"prompt": "weekly"} | days)
        weekly_before = weekly


def _time_off(ranges: list[PlacedRow]) -> Iterator[PlacedRow]:
    for one in ranges:
        try:
            first, last = (_day(one.row, name) for name in ("first", "last"))
            checked(TimeOff(first, last))
        except FieldError as error:
            yield one._replace(row=error)
        except HabitError as error:
            yield one._replace(row=FieldError("last", reason_of(error)))
        else:
            for number in range((last - first).days + 1):
                day = written(first + timedelta(days=number))
                yield one._replace(row={"day": day, "reason": one.row.get("reason"), **STAMPS})


def _day(row: Row, name: str) -> date:
    try:
        return parse_day(str(row.get(name)))
    except ValueError as error:
        raise FieldError(name, str(error)) from None


def _nudges(rows: list[PlacedRow]) -> Iterator[PlacedRow]:
    """One row for each question: the last of those that took each other's place, and how often that was."""
    asked: dict[tuple[str, str], PlacedRow] = {}
    for one in sorted(rows, key=lambda one: [str(one.row.get(name)) for name in ("day", "kind", "number")]):
        old = dict(one.row)
        kind = old.pop("kind", None)
        old.pop("number", None)
        key = (str(old.get("day")), str(kind))
        before = asked[key].row if key in asked else None
        outcome = "waiting" if old.get("outcome") == "snoozed" else old.get("outcome")
        asked[key] = one._replace(
            row={
                **old,
                **{"prompt": kind, "occurrence": 1, "outcome": outcome},
                "due_at": before["due_at"] if before else old.get("due_at"),
                "snoozes": before["snoozes"] + 1 if before else 0,
                "snoozed_until": old.get("due_at") if before else None,
            }
        )
    yield from asked.values()


_TABLES = {
    "plans": _plans,
    "time_off": _time_off,
    "day_starts": _stamped,
    "settings": _stamped,
    "nudges": _nudges,
}
