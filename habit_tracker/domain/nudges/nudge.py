"""A nudge: one occurrence of a prompt on one day, and what became of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from habit_tracker.domain.nudges.prompt import Prompt


class Outcome(StrEnum):
    """What became of a nudge that was due."""

    WAITING = "waiting"
    """Due or put off, not yet delivered; tried again until its day is over."""
    SENT = "sent"
    """Handed to a back end that cannot tell whether it showed anything."""
    SHOWN = "shown"
    """A notification server confirmed it."""
    ANSWERED = "answered"
    SKIPPED = "skipped"
    NOT_NEEDED = "not needed"
    """A win was logged before the nudge was delivered."""
    SUPERSEDED = "superseded"
    """The plan changed before the nudge was delivered, or a later question of the day took its place."""
    MISSED = "missed"
    """Never delivered; the reason says why."""


ON_SCREEN = frozenset({Outcome.SENT, Outcome.SHOWN})
OPEN = ON_SCREEN | {Outcome.WAITING}


class NudgeKey(NamedTuple):
    """Which question this is: no two nudges share it. *occurrence* is that of the plan, counted from 1."""

    day: date
    prompt: Prompt
    occurrence: int = 1


class Nudge(NamedTuple):
    """One row of the ledger. All instants are UTC.

    *due_at* is when the plan has it come, *snoozed_until* when the person wants it instead, after *snoozes* times
    "later". *not_before* holds back the next try: somebody is at it, or the last one failed a moment ago.
    *showings* counts how often it came to the screen, *delivered_at* is the last time.
    """

    key: NudgeKey
    due_at: datetime
    outcome: Outcome = Outcome.WAITING
    tries: int = 0
    snoozes: int = 0
    snoozed_until: datetime | None = None
    not_before: datetime | None = None
    delivered_at: datetime | None = None
    channel: str | None = None
    reason: str | None = None
    showings: int = 0

    @property
    def day(self) -> date:
        """The day that it asks about."""
        return self.key.day

    @property
    def prompt(self) -> Prompt:
        """What it asks."""
        return self.key.prompt

    @property
    def comes_at(self) -> datetime:
        """The UTC instant from which on it is to be shown."""
        return self.snoozed_until or self.due_at
