"""Putting today's question off, or skipping it, on the person's own wish."""

from collections.abc import Iterable
from datetime import datetime

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.delivery import skipped, snooze_until, snoozed
from habit_tracker.domain.nudges.nudge import DAILY, ON_SCREEN, WEEKLY, Nudge, Outcome

OPEN = ON_SCREEN | {Outcome.WAITING}


def put_off(view: View, until: datetime) -> list[Nudge]:
    """The rows once today's question comes (again) at *until*, a minute before the day ends at the latest.

    Raises HabitError when there is no question to put off, or *until* has passed.
    """
    until = snooze_until(until, view.calendar.end_of(view.today))
    if until <= view.now:
        raise HabitError("That time has passed today. `habit skip` leaves today's question out.")
    *older, newest = _open_today(view)
    return [*map(skipped, older), *snoozed(newest, until)]


def skip(view: View) -> list[Nudge]:
    """The rows once nothing more is asked today. Raises HabitError when nothing would have been."""
    return [skipped(nudge) for nudge in _open_today(view)]


def open_now(rows: Iterable[Nudge]) -> Nudge | None:
    """Of these rows of one day the newest question that is on the screen or waits, if there is one."""
    still_open = [nudge for nudge in rows if nudge.kind != WEEKLY and nudge.outcome in OPEN]
    return max(still_open, key=lambda nudge: nudge.due_at, default=None)


def _open_today(view: View) -> list[Nudge]:
    """Today's questions that are open, oldest first: what is on the screen or waits, else the one to come."""
    today = [nudge for nudge in view.ledger if nudge.day == view.today and nudge.kind != WEEKLY]
    still_open = sorted((nudge for nudge in today if nudge.outcome in OPEN), key=lambda nudge: nudge.due_at)
    if view.today in view.logged:
        raise HabitError("Today is done: there is no question left.")
    if still_open:
        return still_open
    if today:
        raise HabitError("Today's question was settled before: `habit nudges` shows how.")
    if not view.calendar.counts(view.today):
        raise HabitError("Today is a day off: nothing is asked.")
    return [Nudge(view.today, DAILY, 1, view.calendar.due(view.today))]
