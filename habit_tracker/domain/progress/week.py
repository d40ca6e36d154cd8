"""One week of the person's life: what became of each of its days."""

from collections.abc import Container, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from habit_tracker.domain.days.calendar import Calendar

WEEK = timedelta(days=7)


class DayState(StrEnum):
    """What a day turned out to be."""

    WON = "won"
    MISSED = "missed"
    OPEN = "open"
    """Counts, and is not over yet."""
    OFF = "off"
    NOT_PLANNED = "not planned"
    BEFORE = "before"
    """Before the first win of all, where nothing was missed."""


class Week(NamedTuple):
    """The states of seven days, in order. *counting* are those that count, from the day of the first win on."""

    days: dict[date, DayState]
    counting: frozenset[date] = frozenset()

    @property
    def first(self) -> date:
        """The day the week begins with."""
        return min(self.days)

    @property
    def last(self) -> date:
        """The day the week ends with."""
        return max(self.days)

    @property
    def won(self) -> int:
        """The number of days with a win."""
        return sum(state is DayState.WON for state in self.days.values())

    @property
    def won_as_planned(self) -> int:
        """The number of counting days with a win."""
        return sum(self.days[day] is DayState.WON for day in self.counting)

    @property
    def open(self) -> int:
        """The number of counting days that are not over and have no win yet."""
        return sum(state is DayState.OPEN for state in self.days.values())


def first_of_week(day: date, week_start: int = 0) -> date:
    """The first day of the week that holds *day*, for weeks that begin on the weekday *week_start*."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def week_of(
    first: date, calendar: Calendar, win_days: Iterable[date], today: date, earliest: date | None = None
) -> Week:
    """The week that begins on *first*, as it stands on *today*; later wins are not seen.

    *earliest* is the day of the first win of all, for callers that hand in only some of the days.
    """
    won = {day for day in win_days if day <= today}
    begun = earliest or min(won, default=today)
    days = [first + timedelta(days=number) for number in range(7)]
    states = {day: day_state(day, calendar, won, begun, today) for day in days}
    counting = {day for day in days if states[day] is not DayState.BEFORE and calendar.counts(day)}
    return Week(states, frozenset(counting))


def day_state(day: date, calendar: Calendar, won: Container[date], earliest: date, today: date) -> DayState:
    """What *day* is on *today*, for a person whose first win of all is of the day *earliest*."""
    if day in won:
        return DayState.WON
    if not calendar.counts(day):
        # A planned date that the zone skipped is as good as time off.
        return DayState.OFF if calendar.off_on(day) or calendar.planned(day) else DayState.NOT_PLANNED
    if day >= today:
        return DayState.OPEN
    return DayState.MISSED if day > earliest else DayState.BEFORE
