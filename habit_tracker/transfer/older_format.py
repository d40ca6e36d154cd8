"""The JSON export of format 1, in the form of today's: files that were written once come in for ever."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from habit_tracker.transfer.merging import LONG_AGO
from habit_tracker.transfer.shape import listed
from habit_tracker.transfer.values import written

Row = dict[str, Any]
LONGEST_RANGE = 2 * 366
STAMPS = {"updated_at": written(LONG_AGO), "deleted_at": None}


def upgraded(content: Row) -> Row:
    """*content* of format 1 as one of format 2; a row that is none is left for the reader to refuse.

    Raises HabitError where a table is no list.
    """
    tables = {name: listed(content, name) for name in content if name != "format"}
    plans = tables.get("plans", [])
    return {
        **content,
        "plans": [_without(row, "at", "weekly_on", "weekly_at") | STAMPS for row in map(_row, plans)],
        "plan_prompts": list(_prompts([_row(row) for row in plans])),
        "time_off": [day for row in tables.get("time_off", []) for day in _days(_row(row))],
        "day_starts": [_row(row) | STAMPS for row in tables.get("day_starts", [])],
        "settings": [_row(row) | STAMPS for row in tables.get("settings", [])],
        "nudges": list(_nudges([_row(row) for row in tables.get("nudges", [])])),
    }


def _row(found: Any) -> Row:
    """A row that is none keeps what it is under a name that no table has."""
    return found if isinstance(found, dict) else {"row": found}


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _prompts(plans: list[Row]) -> Iterator[Row]:
    """What each plan asks. One without a weekly check ended that of the plan before it."""
    weekly_before = False
    for plan in sorted(plans, key=lambda plan: str(plan.get("since"))):
        same = {"since": plan.get("since"), "occurrence": 1, **STAMPS}
        yield same | {"prompt": "daily", "weekdays": plan.get("weekdays"), "at": plan.get("at")}
        on, at = plan.get("weekly_on"), plan.get("weekly_at")
        weekly = on is not None and at is not None
        if weekly or weekly_before:
            yield same | {
                "prompt": "weekly",
                "weekdays": [on] if weekly else [*range(7)],
                "at": at if weekly else None,
            }
        weekly_before = weekly


def _days(off: Row) -> Iterator[Row]:
    """The days of a range; one that is none as it is, to be refused."""
    try:
        first, last = date.fromisoformat(off["first"]), date.fromisoformat(off["last"])
    except (KeyError, ValueError, TypeError):
        yield {**off, **STAMPS}
        return
    for number in range(min((last - first).days + 1, LONGEST_RANGE)):
        yield {"day": (first + timedelta(days=number)).isoformat(), "reason": off.get("reason"), **STAMPS}


def _nudges(rows: list[Row]) -> Iterator[Row]:
    """One row for each question: the last of those that took each other's place, and how often that was."""
    asked: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: (str(row.get("day")), str(row.get("kind")), str(row.get("number")))):
        key = (str(row.get("day")), str(row.get("kind")))
        before = asked.get(key)
        outcome = "waiting" if row.get("outcome") == "snoozed" else row.get("outcome")
        new = _without(row, "kind", "number") | {"prompt": row.get("kind"), "occurrence": 1, "outcome": outcome}
        asked[key] = {
            **new,
            "due_at": before["due_at"] if before else row.get("due_at"),
            "snoozes": before["snoozes"] + 1 if before else 0,
            "snoozed_until": row.get("due_at") if before else None,
        }
    yield from asked.values()
