"""The one decision: which nudge is to be sent now, and what is to be noted about the others.

It is level-triggered: it compares what should have happened until *now* with what the ledger says, and never
relies on having been called at any moment in particular.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.delivery import LONGEST_WAIT
from habit_tracker.domain.nudges.judge import believed, judge, shown_at
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, Outcome
from habit_tracker.domain.nudges.view import View, due_on

LEASE = timedelta(minutes=1)
"""How long a claimed nudge is left to the one who claimed it."""
ON_TIME = timedelta(minutes=5)
"""Up to here a nudge comes at its own time; after it, it is caught up on."""
REPLACED = "a later question of the day took its place"


class Decision(NamedTuple):
    """The rows to write; among them *send*, claimed, which is to be sent; and when to look again at the latest."""

    changes: list[Nudge]
    send: Nudge | None
    look_again: datetime


def decide(view: View) -> Decision:
    """What is to be done now. At most one nudge is sent at a time."""
    view = believed(view)
    judged = judge(view)
    ready = [nudge for nudge in judged if _ready(nudge, view)] or _left(judged, view)
    send = None
    if ready:
        chosen = max(ready, key=lambda nudge: (nudge.day, nudge.comes_at, nudge.due_at))
        reason = _hold(chosen, view)
        written = chosen._replace(reason=reason) if reason else _claimed(chosen, view.now)
        send = None if reason else written
        judged = [written if nudge.key == chosen.key else _beside(nudge, chosen) for nudge in judged]
    return Decision(_changed(judged, view), send, _look_again(view, judged))


def noted(view: View) -> list[Nudge]:
    """The rows to write when nobody looks at the screen: what came due, and what became of the others."""
    view = believed(view)
    return _changed(judge(view), view)


def _ready(nudge: Nudge, view: View) -> bool:
    """Whether the row is to be delivered, and its time has come."""
    return nudge.outcome is Outcome.WAITING and nudge.comes_at <= view.now and not _held_back(nudge, view.now)


def _held_back(nudge: Nudge, now: datetime) -> bool:
    """Whether the next try has to wait."""
    # A wait longer than any that is ever set comes from a clock that has been set back since.
    return nudge.not_before is not None and now < nudge.not_before <= now + LONGEST_WAIT


def _left(rows: list[Nudge], view: View) -> list[Nudge]:
    """Today's question that was shown and is open, and left the screen with the session or with who showed it."""
    today = [nudge for nudge in rows if nudge.day == view.today and nudge.prompt.answered_by_win]
    shown = [nudge for nudge in today if nudge.outcome in ON_SCREEN]
    if view.memory is None or not shown or any(nudge.outcome is Outcome.WAITING for nudge in today):
        return []
    newest = max(shown, key=lambda nudge: (shown_at(nudge, view.now), nudge.comes_at))
    gone = newest.key not in view.memory.up and not view.spent(newest)
    return [newest] if gone and not _held_back(newest, view.now) else []


def _hold(nudge: Nudge, view: View) -> str | None:
    """Why a nudge that is ready is not shown just now."""
    quiet = view.rules.quiet
    own_time = not nudge.prompt.follows and view.now - nudge.comes_at <= ON_TIME
    if quiet and not own_time and quiet.holds(view.now.astimezone(view.calendar.zone).time()):
        return "quiet hours"
    return view.held


def _claimed(nudge: Nudge, now: datetime) -> Nudge:
    return nudge._replace(tries=nudge.tries + 1, not_before=now + LEASE)


def _beside(nudge: Nudge, chosen: Nudge) -> Nudge:
    """Another row once *chosen* is to be shown: of the questions of a day that wait, only the newest comes."""
    rivals = chosen.prompt.answered_by_win and nudge.prompt.answered_by_win and nudge.day == chosen.day
    if rivals and nudge.outcome is Outcome.WAITING and nudge.due_at <= chosen.due_at:
        return nudge._replace(outcome=Outcome.SUPERSEDED, reason=REPLACED)
    return nudge


def _changed(rows: list[Nudge], view: View) -> list[Nudge]:
    return [nudge for nudge in rows if nudge not in view.ledger]


def _look_again(view: View, rows: list[Nudge]) -> datetime:
    """The next instant at which the decision may be another, as far as can be foreseen."""
    tomorrow = view.today + ONE_DAY
    instants = [due for day in (view.today, tomorrow) for _, due in due_on(day, view.calendar)]
    for nudge in rows:
        instants.append(nudge.not_before or nudge.comes_at)
        if nudge.outcome is Outcome.WAITING:
            instants.append(nudge.comes_at)
        elif nudge.outcome in ON_SCREEN and view.rules.follow_up:
            instants.append(shown_at(nudge, view.now) + view.rules.follow_up)
    instants.append(view.calendar.end_of(view.today))
    return min(instant for instant in instants if instant > view.now)
