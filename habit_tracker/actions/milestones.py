"""Saying what a win has reached, once."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from habit_tracker.clock import Moment
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.milestones import Milestone, Way, detail, levels, reached, sentence
from habit_tracker.domain.progress.streaks import Standing, Streak, standing, streaks_in
from habit_tracker.domain.progress.win import Win
from habit_tracker.storage import journal, milestones
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.session import Session, session


class Reached(NamedTuple):
    """What to say of a milestone: in full to the person alone, and *short* where others may read it."""

    full: str
    short: str


def reach(act: Session, win: Win, before: Standing, now: Standing) -> Reached | None:
    """What *win* has reached, which from now on was said, within an act that is under way."""
    wins = journal.count(act.connection, act.today)
    way = Way(before, now, _longest_before(act, now), wins)
    found = reached(win, way, milestones.passed(act.connection))
    milestones.note(act.connection, levels(now.total_days, wins))
    if found is None:
        return None
    milestones.note(act.connection, {found.kind: found.level})
    return Reached(sentence(found, _detail(act, found, way)), sentence(found))


def reach_by_answer(database: Database, moment: Moment, day: date) -> Reached | None:
    """The same of the newest win of *day*, which is stored already."""
    with suppress(StorageError), database.noting() as connection:
        act = session(connection, moment)
        of_day = journal.between(connection, day, day, most=2)
        if not of_day:
            return None
        days = journal.days(connection)
        before = days if len(of_day) > 1 else [one for one in days if one != day]
        was, now = (standing(act.calendar, some, act.today) for some in (before, days))
        return reach(act, of_day[0], was, now)
    return None


def pass_by(act: Session) -> None:
    """Let what was reached without a word be passed, within an act that is under way."""
    days = [day for day in journal.days(act.connection) if day <= act.today]
    milestones.note(act.connection, levels(len(days), journal.count(act.connection, act.today)))


def _longest_before(act: Session, now: Standing) -> Streak | None:
    """The longest streak before the current one, where that is the longest of all now."""
    if now.current is None or now.current != now.longest:
        return None
    earlier = streaks_in(act.calendar, journal.days(act.connection), act.today)[:-1]
    return max(earlier, key=lambda streak: streak.wins, default=None)


def _detail(act: Session, found: Milestone, way: Way) -> str:
    first = journal.first_day(act.connection)
    if first is None:
        return ""
    last = journal.between(act.connection, date.min, act.today - ONE_DAY, most=1)
    return detail(found, way, journal.between(act.connection, first, first)[-1], last[0] if last else None)
