"""The weekly look back: the win of the week, why it was the person's own doing, and how the week felt."""

from datetime import date, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.week import WEEK

RATINGS = range(1, 6)
INTO_THE_WEEK = timedelta(days=3)
"""So many days after its beginning a week is the one to look back at; before, it is the week before."""


class Review(NamedTuple):
    """What the person said of the week that begins on the day *first*; each part is None until they did.

    *chosen* is the uid of the win of the week, *why* how it was their own doing. *rate* is how confident they felt
    at work and *gladly* how gladly they went, both from 1 to 5. *obstacle* is what came in the way.
    """

    first: date
    chosen: str | None = None
    why: str | None = None
    rate: int | None = None
    gladly: int | None = None
    obstacle: str | None = None

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.first + WEEK - ONE_DAY


def day_looked_back_at(today: date) -> date:
    """A day of the week that a look back on *today* is about."""
    return today - INTO_THE_WEEK
