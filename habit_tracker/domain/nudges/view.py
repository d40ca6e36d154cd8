"""All that is looked at to decide about nudges: the plan, the ledger, the moment, and what the screen has had."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.quiet import Quiet

MOST_SHOWINGS = 3
"""How often one question comes to the screen at the most; once more for each time that the person puts it off."""


class Rules(NamedTuple):
    """What the person has set about nudges beside the plan."""

    follow_up: timedelta | None = timedelta(minutes=90)
    quiet: Quiet | None = None
    question: str = DAILY.question
    busy: bool = True
    """Whether a question waits for a person who is busy."""


class Memory(NamedTuple):
    """What the process that shows questions knows by itself, whatever the ledger says.

    *up* are those that it has brought to the screen or found there, and not lost since; *showings* counts how
    often each may have been seen.
    """

    up: frozenset[NudgeKey] = frozenset()
    showings: Mapping[NudgeKey, int] = {}


class View(NamedTuple):
    """All that the decision looks at.

    *logged* holds the days on which something was ever logged, deleted wins included: such a day is not asked
    again. *ledger* holds the rows of the last days, *ahead* those of days that have yet to come: a clock that was
    ahead leaves some, and a flight over the date line. *since* is the day with which the ledger begins. *held*
    says why nothing may be shown just now (do not disturb, say). *memory* is there for who shows questions.
    """

    now: datetime
    calendar: Calendar
    rules: Rules
    logged: frozenset[date]
    ledger: list[Nudge]
    since: date | None = None
    held: str | None = None
    ahead: Sequence[Nudge] = ()
    memory: Memory | None = None

    @property
    def today(self) -> date:
        """The person's day at this moment."""
        return self.calendar.day_of(self.now)

    def showings(self, nudge: Nudge) -> int:
        """How often it came to the screen."""
        return max(nudge.showings, self.memory.showings.get(nudge.key, 0) if self.memory else 0)

    def spent(self, nudge: Nudge) -> bool:
        """Whether it came to the screen so often that it comes no more."""
        return self.showings(nudge) >= MOST_SHOWINGS + nudge.snoozes


def due_on(day: date, calendar: Calendar) -> Iterator[tuple[NudgeKey, datetime]]:
    """What the plan in force asks on *day*, each with the UTC instant at which it is due."""
    counts = calendar.counts(day)
    for one in calendar.plan_on(day).prompts:
        wanted = counts if one.prompt.counting_days else not calendar.off_on(day)
        if one.at is not None and wanted and day.weekday() in one.weekdays:
            yield NudgeKey(day, one.prompt, one.occurrence), calendar.at(day, one.at)
