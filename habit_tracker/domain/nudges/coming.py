"""The nudge that comes next, for people who ask when."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.nudge import DAILY, Outcome

FAR = 366 * 2


class Coming(NamedTuple):
    """The next daily nudge: for which day, and its UTC instant. *late* says why one that is due still waits."""

    day: date
    at: datetime
    late: str | None = None


def coming(view: View) -> Coming | None:
    """The next daily nudge by what is known now; None when no counting day lies within two years."""
    known = {nudge.day: nudge for nudge in view.ledger if nudge.kind == DAILY}
    for ahead in range(FAR):
        day = view.today + timedelta(days=ahead)
        if not view.calendar.counts(day) or day in view.logged:
            continue
        nudge = known.get(day)
        if nudge is None:
            return Coming(day, view.calendar.due(day))
        if nudge.outcome is Outcome.WAITING:
            return Coming(
                day, nudge.due_at, None if nudge.due_at > view.now else nudge.reason or "it is on its way"
            )
    return None
