"""The one decision: which nudge is to be sent now, and what is to be noted about the others.

It is level-triggered: it compares what should have happened until *now* with what the ledger says, and never
relies on having been called at any moment in particular.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.delivery import LONGEST_WAIT
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP
from habit_tracker.domain.nudges.quiet import Quiet

LEASE = timedelta(minutes=1)
"""How long a claimed nudge is left to the one who claimed it."""
ON_TIME = timedelta(minutes=5)
"""Up to here a nudge comes at its own time; after it, it is caught up on."""
CATCH_UP_UNTIL = time(12)
"""Until this local time yesterday's nudge may still come, if it never did."""
REPLACED = "a later question of the day took its place"
FURTHEST_BACK = timedelta(days=92)
"""The longest pause after which the ledger goes on: a clock that was or is years off must not fill it."""
NOTED_UNASKED = frozenset({Outcome.MISSED, Outcome.NOT_NEEDED, Outcome.SUPERSEDED})
"""What the clock alone settles; the rest was shown to the person, or is their own doing."""


class Rules(NamedTuple):
    """What the person has set about nudges beside the plan."""

    follow_up: timedelta | None = timedelta(minutes=90)
    quiet: Quiet | None = None
    question: str = DAILY.question


class View(NamedTuple):
    """All that the decision looks at.

    *logged* holds the days on which something was ever logged, deleted wins included: such a day is not asked
    again. *ledger* holds the rows of the last days, *ahead* those of days that have yet to come: a clock that was
    ahead leaves some, and a flight over the date line. *since* is the day with which the ledger begins. *held*
    says why nothing may be shown just now (do not disturb, say).
    """

    now: datetime
    calendar: Calendar
    rules: Rules
    logged: frozenset[date]
    ledger: list[Nudge]
    since: date | None = None
    held: str | None = None
    ahead: Sequence[Nudge] = ()

    @property
    def today(self) -> date:
        """The person's day at this moment."""
        return self.calendar.day_of(self.now)


class Decision(NamedTuple):
    """The rows to write; among them *send*, claimed, which is to be sent; and when to look again at the latest."""

    changes: list[Nudge]
    send: Nudge | None
    look_again: datetime


def decide(view: View) -> Decision:
    """What is to be done now. At most one nudge is sent at a time."""
    view = believed(view)
    judged = judge(view)
    ready = [nudge for nudge in judged if _ready(nudge, view)]
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
    rows += follow_up_due(view, rows)
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


def due_on(day: date, calendar: Calendar) -> Iterator[tuple[NudgeKey, datetime]]:
    """What the plan in force asks on *day*, each with the UTC instant at which it is due."""
    counts = calendar.counts(day)
    for one in calendar.plan_on(day).prompts:
        wanted = counts if one.prompt.counting_days else not calendar.off_on(day)
        if one.at is not None and wanted and day.weekday() in one.weekdays:
            yield NudgeKey(day, one.prompt, one.occurrence), calendar.at(day, one.at)


def follow_up_due(view: View, rows: list[Nudge]) -> Iterator[Nudge]:
    """The follow-up to the last question of today that was shown and has had no answer, once its time has come."""
    today = [nudge for nudge in rows if nudge.day == view.today and nudge.prompt.answered_by_win]
    shown = [_shown_at(nudge, view.now) for nudge in today if nudge.outcome in ON_SCREEN]
    if view.rules.follow_up is None or view.today in view.logged or not shown or _more_to_come(view, today):
        return
    settled = {Outcome.SKIPPED, Outcome.WAITING}
    if any(nudge.prompt == FOLLOW_UP or nudge.outcome in settled for nudge in today):
        return
    due = max(shown) + view.rules.follow_up
    if due <= view.now:
        yield Nudge(NudgeKey(view.today, FOLLOW_UP), due)


def _shown_at(nudge: Nudge, now: datetime) -> datetime:
    """When it was shown; where a clock that was ahead noted that, when it was due."""
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
        return nudge._replace(outcome=Outcome.ANSWERED)
    if nudge.outcome is not Outcome.WAITING:
        return nudge
    if answered:
        return nudge._replace(outcome=Outcome.NOT_NEEDED, reason="a win was logged before")
    if nudge.day >= view.today or _may_catch_up(nudge, view):
        return _as_planned(nudge, view)
    return nudge._replace(outcome=Outcome.MISSED, reason=nudge.reason or "the reminder was not running")


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
    today, calendar = view.today, view.calendar
    if not nudge.prompt.answered_by_win or nudge.prompt.follows or nudge.snoozes:
        return False
    if nudge.day != today - ONE_DAY or not calendar.counts(today):
        return False
    own = [due for key, due in due_on(today, calendar) if key.prompt.answered_by_win]
    return view.now < min(own, default=view.now) and view.now < calendar.at(today, CATCH_UP_UNTIL)


def _ready(nudge: Nudge, view: View) -> bool:
    """Whether the row is to be delivered, and its time has come."""
    if nudge.outcome is not Outcome.WAITING or nudge.comes_at > view.now:
        return False
    # A wait longer than any that is ever set comes from a clock that has been set back since.
    return nudge.not_before is None or not view.now < nudge.not_before <= view.now + LONGEST_WAIT


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
        if nudge.outcome is Outcome.WAITING:
            instants += [nudge.comes_at, nudge.not_before or nudge.comes_at]
        elif nudge.outcome in ON_SCREEN and view.rules.follow_up:
            instants.append(_shown_at(nudge, view.now) + view.rules.follow_up)
    instants.append(view.calendar.end_of(view.today))
    return min(instant for instant in instants if instant > view.now)
