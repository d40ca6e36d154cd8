"""For how long a question waits for a person who is busy: there is always an end to it."""

from datetime import datetime, timedelta
from enum import IntEnum

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.judge import last_chance
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.view import View

LONGEST = timedelta(hours=2)
"""How long a question waits for somebody who is there: some work in full screen all day."""
SOON = timedelta(minutes=30)
"""Before its last chance a question comes however busy the person is."""


class Heed(IntEnum):
    """What a question waits for."""

    NOTHING = 0
    ABSENCE = 1
    """Nobody is there to see it."""
    ALL = 2
    """That, and what a person does who is there: a meeting, a film."""


def heed(nudge: Nudge, view: View, engaged_since: datetime | None) -> Heed:
    """What *nudge* waits for now; *engaged_since* is when it began to wait for a person who is there."""
    if not view.rules.busy:
        return Heed.NOTHING
    if last_chance(nudge, view) - view.now < SOON:
        return Heed.ABSENCE if _may_be_lost(nudge, view) else Heed.NOTHING
    waited = engaged_since is not None and view.now - engaged_since >= LONGEST
    return Heed.ABSENCE if waited else Heed.ALL


def _may_be_lost(nudge: Nudge, view: View) -> bool:
    """Whether it is caught up on tomorrow, had its day, or is only the second question."""
    if nudge.prompt.follows or nudge.day < view.today:
        return True
    return nudge.prompt.answered_by_win and not nudge.snoozes and view.calendar.counts(nudge.day + ONE_DAY)
