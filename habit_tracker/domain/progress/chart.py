"""A stretch of the calendar, day by day, for the views that draw it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.progress.completion import Completion, completion, judged
from habit_tracker.domain.progress.streaks import shown_up
from habit_tracker.domain.progress.week import DayState, day_state


class Square(NamedTuple):
    """One day, what became of it, and how many wins it has."""

    day: date
    state: DayState
    wins: int


class Chart(NamedTuple):
    """The days in order, how much of what was planned in them was done, and on how many the person showed up."""

    squares: list[Square]
    completion: Completion
    shown_up: int = 0

    @property
    def days(self) -> int:
        """The number of days with a win."""
        return sum(square.state is DayState.WON for square in self.squares)

    @property
    def wins(self) -> int:
        """The number of wins."""
        return sum(square.wins for square in self.squares)


def chart(
    first: date,
    last: date,
    calendar: Calendar,
    counts: Mapping[date, int],
    today: date,
    earliest: date | None,
    nothing: Iterable[date] = (),
) -> Chart:
    """The days *first* to *last* as they stand on *today*, from the number of wins of each day.

    *earliest* is the day of the first win of all, *nothing* are the days noted as ones without a win.
    """
    won = {day: number for day, number in counts.items() if day <= today}
    begun = earliest or today
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    squares = [Square(day, day_state(day, calendar, won, begun, today), won.get(day, 0)) for day in days]
    due = judged(calendar, won, max(first, begun), last, today)
    shown = shown_up(won, (day for day in nothing if first <= day <= last), today)
    return Chart(squares, completion(due, won), shown)
