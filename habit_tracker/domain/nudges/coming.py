"""The question that comes next, for people who ask when."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from habit_tracker.domain.nudges.decide import View, due_on
from habit_tracker.domain.nudges.nudge import Nudge, Outcome

FAR = 366 * 2


class Coming(NamedTuple):
    """The next question: for which day, and its UTC instant. *late* says why one that is due still waits."""

    day: date
    at: datetime
    late: str | None = None


def coming(view: View) -> Coming | None:
    """The next question that a win answers; None when no counting day lies within two years."""
    known = {nudge.key: nudge for nudge in view.ledger}
    for ahead in range(FAR):
        day = view.today + timedelta(days=ahead)
        if day in view.logged:
            continue
        due = [known.get(key) or Nudge(key, at) for key, at in due_on(day, view.calendar)]
        follow_ups = [nudge for nudge in view.ledger if nudge.day == day and nudge.prompt.follows]
        waiting = [nudge for nudge in (*due, *follow_ups) if _waits(nudge)]
        if waiting:
            first = min(waiting, key=lambda nudge: nudge.comes_at)
            return Coming(day, first.comes_at, _late(first, view.now))
    return None


def _waits(nudge: Nudge) -> bool:
    return nudge.prompt.answered_by_win and nudge.outcome is Outcome.WAITING


def _late(nudge: Nudge, now: datetime) -> str | None:
    """Why a question that is due is not there yet."""
    return None if nudge.comes_at > now else nudge.reason or "it is on its way"
