"""A plan that is made after the time at which it asks today."""

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.nudges.nudge import Nudge, Outcome
from habit_tracker.domain.nudges.view import View, due_on

TOO_LATE = "its time had passed when it was planned"


def planned_too_late(seen: View, after: Calendar) -> list[Nudge]:
    """The rows for what the plan of *after* would have asked today before it was made.

    None where nothing else is asked about today: then its newest question comes now.
    """
    planned = {key: due for key, due in due_on(seen.today, after) if key.prompt.answered_by_win}
    rows = {nudge.key: nudge for nudge in seen.ledger if nudge.day == seen.today and nudge.prompt.answered_by_win}
    before = dict(due_on(seen.today, seen.calendar))
    new = {key: due for key, due in planned.items() if before.get(key) != due and key not in rows}
    late = [Nudge(key, due, Outcome.SUPERSEDED, reason=TOO_LATE) for key, due in new.items() if due <= seen.now]
    asked = any(nudge.outcome is not Outcome.SUPERSEDED for nudge in rows.values())
    return late if asked or planned.keys() - rows.keys() - {nudge.key for nudge in late} else []
