"""The settings: one entry in SETTINGS for each. `habit config` does the rest."""

import os
from collections.abc import Callable
from datetime import datetime, time
from typing import Any, NamedTuple

import click

from habit_tracker.cli.app import Open
from habit_tracker.cli.params import Clock, Weekday
from habit_tracker.domain.days import MIDNIGHT
from habit_tracker.domain.words import WEEKDAY_NAMES, clock, near_day


class Setting(NamedTuple):
    """One setting, from the text that the person types to the place where it stays.

    *kind* turns text into the value or says in one sentence what would have been right; *say* is its opposite.
    *read* gives the value in force, the default where none was set. *write* stores one at an instant, and says
    what that means.
    """

    name: str
    about: str
    example: str
    kind: click.ParamType[Any]
    say: Callable[[Any], str]
    read: Callable[[Open], Any]
    write: Callable[[Open, datetime, Any], str]


def _read_day_start(opened: Open) -> time:
    starts = opened.calendar.day_starts
    return starts[-1].at if starts else MIDNIGHT


def _write_day_start(opened: Open, now: datetime, at: time) -> str:
    from habit_tracker.storage.day_starts import save

    start = opened.calendar.next_start(at, now)
    save(opened.connection, start)
    return f"From {near_day(start.since, opened.today)} on, your day begins at {clock(at)}."


def read_week_start(opened: Open) -> int:
    """The weekday that weeks begin with: as set, else as is usual where the locale is at home."""
    from habit_tracker.domain.regions import first_weekday
    from habit_tracker.storage import settings

    found = settings.get(opened.connection, "week-start")
    return first_weekday(_locale()) if found is None else int(found)


def _locale() -> str:
    """The name of the locale of dates; the first variable that is set decides, as in the C library."""
    return next((found for name in ("LC_ALL", "LC_TIME", "LANG") if (found := os.environ.get(name))), "")


def _write_week_start(opened: Open, _now: datetime, weekday: int) -> str:
    from habit_tracker.storage import settings

    settings.put(opened.connection, "week-start", str(weekday))
    return f"Weeks begin on {_weekday_name(weekday)}."


def _weekday_name(weekday: int) -> str:
    return WEEKDAY_NAMES[weekday]


SETTINGS = (
    Setting(
        name="day-start",
        about="When your day begins: a win before it belongs to the day before.",
        example="day-start 04:00",
        kind=Clock(),
        say=clock,
        read=_read_day_start,
        write=_write_day_start,
    ),
    Setting(
        name="week-start",
        about="The first day of a week in `habit week` and `habit calendar`.",
        example="week-start monday",
        kind=Weekday(),
        say=_weekday_name,
        read=read_week_start,
        write=_write_week_start,
    ),
)
