"""A nudge: the question for one day, and what became of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

DAILY, FOLLOW_UP, WEEKLY = "daily", "follow-up", "weekly"


class Outcome(StrEnum):
    """What became of a nudge that was due."""

    WAITING = "waiting"
    """Due, not yet delivered; tried again until its day is over."""
    SENT = "sent"
    """Handed to a back end that cannot tell whether it showed anything."""
    SHOWN = "shown"
    """A notification server confirmed it."""
    ANSWERED = "answered"
    SNOOZED = "snoozed"
    """Put off by the person: the nudge of the next number takes its place."""
    SKIPPED = "skipped"
    NOT_NEEDED = "not needed"
    """A win was logged before the nudge was delivered."""
    SUPERSEDED = "superseded"
    """The plan changed before the nudge was delivered."""
    MISSED = "missed"
    """Never delivered; the reason says why."""


ON_SCREEN = frozenset({Outcome.SENT, Outcome.SHOWN})


class Nudge(NamedTuple):
    """One row of the ledger; (day, kind, number) is its key. All instants are UTC.

    *number* is 1, and one more for each snooze. *not_before* holds back the next try: somebody is at it, or the
    last one failed a moment ago.
    """

    day: date
    kind: str
    number: int
    due_at: datetime
    outcome: Outcome = Outcome.WAITING
    tries: int = 0
    not_before: datetime | None = None
    delivered_at: datetime | None = None
    channel: str | None = None
    reason: str | None = None

    @property
    def key(self) -> tuple[date, str, int]:
        """What no two rows share."""
        return self.day, self.kind, self.number
