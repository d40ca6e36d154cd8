"""What the ledger notes about a try to deliver a nudge, and about what the person did with it."""

from datetime import datetime, timedelta

from habit_tracker.domain.nudges.decide import LONGEST_WAIT
from habit_tracker.domain.nudges.nudge import Nudge, Outcome

SNOOZE = timedelta(minutes=30)
LONGEST_FOLLOW_UP = timedelta(hours=12)
"""How long after its question a follow-up may come at the latest."""


def delivered(nudge: Nudge, now: datetime, channel: str, proven: bool) -> Nudge:
    """The nudge as shown (a server confirmed it) or as sent (the back end cannot tell)."""
    outcome = Outcome.SHOWN if proven else Outcome.SENT
    return nudge._replace(outcome=outcome, delivered_at=now, channel=channel, not_before=None, reason=None)


def failed(nudge: Nudge, now: datetime, reason: str) -> Nudge:
    """The nudge after a try that reached nobody: tried again after a minute a try, at most 5."""
    wait = min(LONGEST_WAIT, timedelta(minutes=nudge.tries))
    return nudge._replace(reason=reason, not_before=now + wait)


def skipped(nudge: Nudge) -> Nudge:
    """The nudge after "not today": silent, while its day still counts."""
    return nudge._replace(outcome=Outcome.SKIPPED, not_before=None)


def snoozed(nudge: Nudge, until: datetime) -> list[Nudge]:
    """The nudge put off, and the one that takes its place at *until*."""
    following = Nudge(nudge.day, nudge.kind, nudge.number + 1, until)
    return [nudge._replace(outcome=Outcome.SNOOZED, not_before=None), following]


def snooze_until(wanted: datetime, day_ends: datetime) -> datetime:
    """The instant *wanted*, but a minute before the day of the nudge ends at the latest."""
    return min(wanted, day_ends - timedelta(minutes=1))
