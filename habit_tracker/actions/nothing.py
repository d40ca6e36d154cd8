"""An honest day without a win: the person showed up, and says so."""

from datetime import date
from typing import NamedTuple

from habit_tracker.actions.act import acting, told
from habit_tracker.actions.nudges import catch_up
from habit_tracker.actions.wins import DayOn, past
from habit_tracker.clock import Moment
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.snooze import skip_day
from habit_tracker.domain.progress.streaks import Standing, shown_up, standing
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.domain.words import day_words
from habit_tracker.storage import journal, ledger, nothing_days
from habit_tracker.storage.database import Database
from habit_tracker.storage.session import Session
from habit_tracker.storage.view import view


class Noted(NamedTuple):
    """The day that was noted, on how many days the person has *shown up*, and where they stand."""

    day: date
    shown_up: int
    now: Standing


def note(database: Database, moment: Moment, reason: str, on: DayOn) -> Noted:
    """Note a day without a win, and what came in the way if *reason* says so; it is not asked about any more.

    Raises HabitError for a day that has a win, or has yet to come.
    """
    catch_up(database, moment)
    with acting(database, moment) as act:
        day, days = past(on(act.today), act.today), journal.days(act.connection)
        if day in days:
            raise HabitError(f"{day_words(day, act.today)} has a win. `habit week` shows it.")
        nothing_days.save(act.connection, day, clean_text(reason) if reason.strip() else None, moment.now)
        _silence(act, day)
        told(act, f"noted {day_words(day, act.today)} as a day without a win")
        noted = nothing_days.up_to(act.connection, act.today)
        return Noted(day, shown_up(days, noted, act.today), standing(act.calendar, days, act.today))


def _silence(act: Session, day: date) -> None:
    """Ask nothing more about *day*; only of today and yesterday a question may still come."""
    if day >= act.today - ONE_DAY:
        rows = skip_day(view(act.connection, act.moment.now, act.zone), day)
        ledger.write(act.connection, rows, by_person=True)
