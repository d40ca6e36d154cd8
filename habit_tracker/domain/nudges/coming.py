"""The question that comes next, for people who ask when."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from habit_tracker.domain.nudges.judge import NOTED_UNASKED, believed, follow_up
from habit_tracker.domain.nudges.nudge import Nudge, Outcome
from habit_tracker.domain.nudges.view import View, due_on

FAR = 366 * 2
SETTLED = {
    Outcome.SENT: "it was asked before",
    Outcome.SHOWN: "it was asked before",
    Outcome.ANSWERED: "it was answered before",
    Outcome.SKIPPED: "it was left out",
}
"""Why a day that has yet to come is not asked any more, by what became of its question."""


class PassedOver(NamedTuple):
    """A counting day to come that is not asked, and why."""

    day: date
    why: str


class Coming(NamedTuple):
    """The next question: for which day, and its UTC instant.

    *late* says why one that is due still waits, *passed_over* names the first day after today that it leaves out.
    """

    day: date
    at: datetime
    late: str | None = None
    passed_over: PassedOver | None = None


def coming(view: View) -> Coming | None:
    """The next question that a win answers; None when no counting day lies within two years."""
    view = believed(view)
    passed_over = None
    for ahead in range(FAR):
        day = view.today + timedelta(days=ahead)
        asked = _asked_on(day, view)
        waiting = [nudge for nudge in asked if nudge.outcome is Outcome.WAITING]
        if waiting and day not in view.logged:
            first = min(waiting, key=lambda nudge: nudge.comes_at)
            return Coming(day, first.comes_at, _late(first, view.now), passed_over)
        if asked and ahead and not passed_over:
            passed_over = PassedOver(day, _why_not(asked, day in view.logged))
    return None


def _asked_on(day: date, view: View) -> list[Nudge]:
    """The questions of *day* that a win answers, as they stand: the planned ones and follow-ups."""
    rows = [*view.ledger, *(nudge for nudge in view.ahead if nudge.outcome not in NOTED_UNASKED)]
    known = {nudge.key: nudge for nudge in rows if nudge.day == day}
    planned = [known.get(key) or Nudge(key, at) for key, at in due_on(day, view.calendar)]
    follow_ups = [nudge for nudge in known.values() if nudge.prompt.follows]
    if day == view.today and (ahead := _follow_up_ahead(view, list(known.values()))):
        follow_ups.append(ahead)
    return [nudge for nudge in (*planned, *follow_ups) if nudge.prompt.answered_by_win]


def _follow_up_ahead(view: View, rows: list[Nudge]) -> Nudge | None:
    """The follow-up of today that the ledger does not have yet, at the instant when quiet hours let it through."""
    found = follow_up(view, rows)
    if found is None or not view.rules.quiet:
        return found
    at = max(found.due_at, view.now)
    if not view.rules.quiet.holds(at.astimezone(view.calendar.zone).time()):
        return found
    ends = view.calendar.at(view.today, view.rules.quiet.end)
    return found._replace(due_at=ends) if ends > at else None


def _why_not(asked: list[Nudge], logged: bool) -> str:
    outcomes = [SETTLED[nudge.outcome] for nudge in asked if nudge.outcome in SETTLED]
    return "a win is logged for it" if logged or not outcomes else outcomes[-1]


def _late(nudge: Nudge, now: datetime) -> str | None:
    """Why a question that is due is not there yet."""
    return None if nudge.comes_at > now else nudge.reason or "it is on its way"
