"""Logging, changing and deleting wins."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from habit_tracker.actions.act import acting, told
from habit_tracker.actions.milestones import Reached, reach
from habit_tracker.clock import Moment
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import day_words
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.session import Session
from habit_tracker.storage.travel import keep_lost_day

DayOn = Callable[[date], date]
"""A day that was asked for, as the date it is when today is a given date."""


class Changed(NamedTuple):
    """A win as it is now, and where the person stood *before* and stands *now*.

    *again* is whether its day had a win before, *reached* what is to be said of a milestone.
    """

    win: Win
    before: Standing
    now: Standing
    again: bool = False
    reached: Reached | None = None


def log(
    database: Database, moment: Moment, text: str, on: DayOn, confidence: int | None = None, source: str = "shell"
) -> Changed:
    """Log a win for a day that has come. Raises HabitError for a text or a day that cannot be."""
    with acting(database, moment) as act:
        return log_in(act, clean_text(text), past(on(act.today), act.today), confidence, source)


def log_in(act: Session, text: str, day: date, confidence: int | None, source: str) -> Changed:
    """The same within an act that is under way."""
    moment, before = act.moment, journal.days(act.connection)
    if day == act.today:
        keep_lost_day(act.connection, day, moment.zone, moment.now)
    win = journal.log(act.connection, text, day, moment.now, moment.zone_name, confidence, source)
    told(act, f"logged win {win.id} for {day_words(day, act.today)}")
    done = _changed(act, win, before, again=day in before)
    return done._replace(reached=reach(act, win, done.before, done.now))


def edit(
    database: Database, moment: Moment, number: int, fields: Mapping[str, Any], on: DayOn | None = None
) -> Changed:
    """Let these *fields* of a win (text, confidence) be so, and its day be *on*; the others stay as they are.

    Raises HabitError when there is no such win, or for a text or a day that cannot be.
    """
    fields = {name: clean_text(value) if name == "text" else value for name, value in fields.items()}
    with acting(database, moment) as act:
        win, before = journal.get(act.connection, number), journal.days(act.connection)
        if on:
            fields["day"] = past(on(act.today), act.today)
        win = journal.edit(act.connection, win, moment.now, **fields)
        told(act, f"changed win {number}, {day_words(win.day, act.today)}")
        return _changed(act, win, before)


def delete(database: Database, moment: Moment, number: int) -> Changed:
    """Delete a win; its words stay in the database. Raises HabitError when there is no such win."""
    with acting(database, moment) as act:
        win, before = journal.get(act.connection, number), journal.days(act.connection)
        journal.delete(act.connection, win, moment.now)
        told(act, f"deleted win {number}, {day_words(win.day, act.today)}")
        return _changed(act, win, before)


def past(day: date, today: date) -> date:
    """*day*, unless it has yet to come."""
    if day > today:
        raise HabitError(f"{day_words(day, today)} has yet to come. A win belongs to today or an earlier day.")
    return day


def _changed(act: Session, win: Win, before: list[date], *, again: bool = False) -> Changed:
    was, now = (standing(act.calendar, days, act.today) for days in (before, journal.days(act.connection)))
    return Changed(win, was, now, again)
