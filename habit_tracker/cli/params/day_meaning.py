"""What a day may mean before it is known what day today is."""

from collections.abc import Callable
from datetime import date


class FarError(ValueError):
    """A year that no day of this program lies in."""


class Reading:
    """One meaning of a day: from today to the *latest* such date, and to the next *coming*; both include today.

    One that *recurs* comes every week, month or year; of another both are the same.
    """

    def __init__(
        self, latest: Callable[[date], date], coming: Callable[[date], date] | None = None, *, recurs: bool = False
    ) -> None:
        self.latest, self.coming, self.recurs = latest, coming or latest, recurs
