"""What the rows of the ledger stand for at this moment: what came due since, and what became of the others."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import FOLLOW_UP
from habit_tracker.domain.nudges.view import View, due_on

CATCH_UP_UNTIL = time(12)
"""Until this local time yesterday's nudge may still come, if it never did."""
FURTHEST_BACK = timedelta(days=92)
"""The longest pause after which the ledger goes on: a clock that was or is years off must not fill it."""
NOTED_UNASKED = frozenset({Outcome.MISSED, Outcome.NOT_NEEDED, Outcome.SUPERSEDED})
"""What the clock alone settles; the rest was shown to the person, or is their own doing."""


def believed(view: View) -> View:
    """The view without what a clock that was ahead, and is right again, has noted.

    Rows of days that have yet to come say nothing of today. What was settled unasked before its time, or missed
    while its question may still come, is open again: as waiting, or as not noted yet where it is not due.
    """
    rows = [_reopened(nudge, view) for nudge in view.ledger if nudge.day <= view.today]
    return view._replace(ledger=[nudge for nudge in rows if nudge is not None])


def _reopened(nudge: Nudge, view: View) -> Nudge | None:
    if not _settled_too_soon(nudge, view):
        return nudge
    reopened = nudge._replace(outcome=Outcome.WAITING, reason=None)
    return reopened if reopened.snoozes or reopened.due_at <= view.now else None


def _settled_too_soon(nudge: Nudge, view: View) -> bool:
    if nudge.outcome is Outcome.MISSED and (nudge.day == view.today or _may_catch_up(nudge, view)):
        return True
    return nudge.outcome in NOTED_UNASKED and nudge.due_at > view.now


def judge(view: View) -> list[Nudge]:
    """The rows of the ledger and those that came due since, as they stand now."""
    rows = [*view.ledger, *newly_due(view)]
    second = follow_up(view, rows)
    rows += [second] if second and second.due_at <= view.now else []
    return [_judged(nudge, view) for nudge in rows]


def newly_due(view: View) -> Iterator[Nudge]:
    """The nudges without a row that came due since the newest row of the ledger, or since anybody looked."""
    known = {nudge.key for nudge in view.ledger}
    day = goes_on_from(view) or view.today
    while day <= view.today:
        for key, due in due_on(day, view.calendar):
            if due <= view.now and key not in known:
                yield Nudge(key, due)
        day += ONE_DAY


def goes_on_from(view: View) -> date | None:
    """The last day known of, from which on each gets its rows; None where the ledger begins with today.

    So it does where nobody has looked yet, or not for longer than FURTHEST_BACK: nobody lived the days between
    with the reminder, or only a wrong clock says that there were any.
    """
    noted = [*(nudge.day for nudge in view.ledger), *([view.since] if view.since else [])]
    newest = max((day for day in noted if day <= view.today), default=date.min)
    return newest if view.today - newest <= FURTHEST_BACK else None


def follow_up(view: View, rows: list[Nudge]) -> Nudge | None:
    """The follow-up to the last question of today that was shown and has had no answer; it may be yet to come."""
    today = [nudge for nudge in rows if nudge.day == view.today and nudge.prompt.answered_by_win]
    shown = [shown_at(nudge, view.now) for nudge in today if nudge.outcome in ON_SCREEN]
    if view.rules.follow_up is None or view.today in view.logged or not shown or _more_to_come(view, today):
        return None
    settled = {Outcome.SKIPPED, Outcome.WAITING}
    if any(nudge.prompt == FOLLOW_UP or nudge.outcome in settled for nudge in today):
        return None
    due = max(shown) + view.rules.follow_up
    return Nudge(NudgeKey(view.today, FOLLOW_UP), due) if due < view.calendar.end_of(view.today) else None


def shown_at(nudge: Nudge, now: datetime) -> datetime:
    """When it was shown last; where a clock that was ahead noted that, when it was due."""
    at = nudge.delivered_at
    return at if at and at <= now else nudge.due_at


def _more_to_come(view: View, today: list[Nudge]) -> bool:
    """Whether the plan has another question today that a win answers."""
    known = {nudge.key for nudge in today}
    return any(key.prompt.answered_by_win and key not in known for key, _ in due_on(view.today, view.calendar))


def _judged(nudge: Nudge, view: View) -> Nudge:
    """The row as it stands now that some of its day may have passed."""
    answered = nudge.prompt.answered_by_win and nudge.day in view.logged
    if nudge.outcome in ON_SCREEN and answered:
        return nudge._replace(outcome=Outcome.ANSWERED, reason=None)
    if nudge.outcome is not Outcome.WAITING:
        return nudge
    if answered:
        return nudge._replace(outcome=Outcome.NOT_NEEDED, reason="a win was logged before")
    if view.spent(nudge):
        return _given(nudge, view.showings(nudge))
    if nudge.day >= view.today or _may_catch_up(nudge, view):
        return _as_planned(nudge, view)
    return nudge._replace(outcome=Outcome.MISSED, reason=nudge.reason or "the reminder was not running")


def _given(nudge: Nudge, times: int) -> Nudge:
    """The row of a question that the ledger has waiting, though it has come to the screen often enough."""
    reason = f"it was given to the screen {times} times"
    return nudge._replace(outcome=Outcome.SENT, showings=times, not_before=None, reason=reason)


def _as_planned(nudge: Nudge, view: View) -> Nudge:
    """The undelivered row by the plan of this moment, which may be another than when it came due."""
    planned = dict(due_on(nudge.day, view.calendar))
    if nudge.prompt.follows and any(key.prompt.answered_by_win for key in planned):
        return nudge
    if nudge.key not in planned:
        return nudge._replace(outcome=Outcome.SUPERSEDED, reason="the plan changed: the day is not asked about")
    return nudge._replace(due_at=planned[nudge.key])


def _may_catch_up(nudge: Nudge, view: View) -> bool:
    """Whether yesterday's question may still come: this morning, on a day that counts, before today's own."""
    if not nudge.prompt.answered_by_win or nudge.prompt.follows or nudge.snoozes:
        return False
    if nudge.day != view.today - ONE_DAY or not view.calendar.counts(view.today):
        return False
    return view.now < last_chance(nudge, view)


def last_chance(nudge: Nudge, view: View) -> datetime:
    """Until when it may come: the end of its day; for yesterday's, today's own question or noon."""
    today, calendar = view.today, view.calendar
    if nudge.day >= today:
        return calendar.end_of(nudge.day)
    own = [due for key, due in due_on(today, calendar) if key.prompt.answered_by_win]
    return min(min(own, default=calendar.start_of(today)), calendar.at(today, CATCH_UP_UNTIL))
