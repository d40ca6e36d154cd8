"""Putting a question off, or skipping it, on the person's own wish."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.decide import REPLACED
from habit_tracker.domain.nudges.nudge import OPEN, Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.view import View, due_on

SNOOZE = timedelta(minutes=30)
BEFORE_THE_END = timedelta(minutes=1)


def snoozed(nudge: Nudge, until: datetime) -> Nudge:
    """The nudge put off: it comes, again or for the first time, at *until*."""
    return nudge._replace(
        outcome=Outcome.WAITING, snoozes=nudge.snoozes + 1, snoozed_until=until, not_before=None, reason=None
    )


def skipped(nudge: Nudge) -> Nudge:
    """The nudge after "not today": silent, while its day still counts."""
    return nudge._replace(outcome=Outcome.SKIPPED, not_before=None, reason=None)


def snooze_until(wanted: datetime, day_ends: datetime) -> datetime:
    """The instant *wanted*, but a minute before the day of the nudge ends at the latest."""
    return min(wanted, day_ends - BEFORE_THE_END)


def put_off(view: View, until: datetime) -> list[Nudge]:
    """The rows once today's question comes (again) at *until*, a minute before the day ends at the latest.

    Raises HabitError when there is no question to put off, or *until* has passed.
    """
    until = snooze_until(until, view.calendar.end_of(view.today))
    if until <= view.now:
        raise HabitError("That time has passed today. `habit skip` leaves today's question out.")
    found = _open_today(view) or [_next_today(view)]
    ahead = [nudge for nudge in _still_to_come(view, view.today) if view.now < nudge.due_at <= until]
    rows = found + [nudge for nudge in ahead if nudge not in found]
    return [
        # What is not due yet waits until then, too: the newest takes its place when it comes.
        *(snoozed(nudge, until) if nudge in ahead else _replaced(nudge) for nudge in rows[:-1]),
        snoozed(rows[-1], until),
    ]


def _replaced(nudge: Nudge) -> Nudge:
    return nudge._replace(outcome=Outcome.SUPERSEDED, reason=REPLACED)


def skip(view: View) -> list[Nudge]:
    """The rows once nothing more is asked today. Raises HabitError when nothing would have been."""
    rows = [] if view.today in view.logged else skip_day(view, view.today)
    if not rows:
        raise _nothing_open(view)
    return rows


def skip_day(view: View, day: date) -> list[Nudge]:
    """The rows once nothing more is asked about *day*: what is on the screen, what waits, and what is to come."""
    return [skipped(nudge) for nudge in (*open_on(day, view.ledger), *_still_to_come(view, day))]


def comes_next(view: View) -> datetime:
    """The instant from which today's question is put off: now, or its own time where that has not come yet.

    So a second wish takes the place of the first, and never brings the question before its time.
    """
    *_, newest = _open_today(view) or [_next_today(view)]
    return max(view.now, newest.due_at)


def open_on(day: date, rows: Iterable[Nudge]) -> list[Nudge]:
    """Of these rows the questions about *day* that a win answers and that are open, oldest first."""
    found = [
        nudge for nudge in rows if nudge.day == day and nudge.prompt.answered_by_win and nudge.outcome in OPEN
    ]
    return sorted(found, key=lambda nudge: nudge.comes_at)


def _open_today(view: View) -> list[Nudge]:
    """Today's questions that are on the screen or wait, oldest first."""
    if view.today in view.logged:
        raise _nothing_open(view)
    return open_on(view.today, view.ledger)


def _next_today(view: View) -> Nudge:
    """Today's question that is still to come."""
    for nudge in _still_to_come(view, view.today):
        return nudge
    raise _nothing_open(view)


def _still_to_come(view: View, day: date) -> list[Nudge]:
    """The planned questions about *day* that the ledger does not have yet, in order."""
    known: set[NudgeKey] = {nudge.key for nudge in view.ledger}
    planned = sorted(due_on(day, view.calendar), key=lambda pair: pair[1])
    return [Nudge(key, due) for key, due in planned if key.prompt.answered_by_win and key not in known]


def _nothing_open(view: View) -> HabitError:
    if view.today in view.logged:
        return HabitError("Today is done: there is no question left.")
    if any(nudge.day == view.today and nudge.prompt.answered_by_win for nudge in view.ledger):
        return HabitError("Today's question was settled before: `habit nudges` shows how.")
    return HabitError("Today is a day off: nothing is asked.")
