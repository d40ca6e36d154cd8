"""The person's calendar: which of their days count, when each begins, and when its nudge is due."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, tzinfo
from itertools import accumulate
from operator import attrgetter
from typing import Self

from habit_tracker.domain.days.local_time import (
    ONE_DAY,
    DayStart,
    day_of,
    exact_instant,
    exists,
    next_start,
    start_of,
)
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan, TimeOff


class Calendar:
    """Plans, time off and day starts, read in one time zone."""

    def __init__(
        self,
        plans: Iterable[Plan] = (),
        time_off: Iterable[TimeOff] = (),
        day_starts: Iterable[DayStart] = (),
        zone: tzinfo = UTC,
    ) -> None:
        self.zone = zone
        self.plans = sorted(plans, key=attrgetter("since")) or [DEFAULT_PLAN]
        self.time_off = sorted(time_off, key=attrgetter("first"))
        self.day_starts = sorted(day_starts)
        self._since = [plan.since for plan in self.plans]
        self._off_first = [off.first for off in self.time_off]
        self._off_until = list(accumulate((off.last for off in self.time_off), max))

    def with_time_off(self, off: TimeOff) -> Self:
        """The same calendar with this time off beside what it has."""
        return type(self)(self.plans, [*self.time_off, off], self.day_starts, self.zone)

    def plan_on(self, day: date) -> Plan:
        """The plan in force on *day*; before the first plan the earliest holds."""
        return self.plans[max(0, bisect_right(self._since, day) - 1)]

    def off_on(self, day: date) -> TimeOff | None:
        """The time off that holds *day*, if any."""
        index = bisect_right(self._off_first, day)
        while index and self._off_until[index - 1] >= day:
            index -= 1
            if self.time_off[index].last >= day:
                return self.time_off[index]
        return None

    def counts(self, day: date) -> bool:
        """Whether *day* is a planned weekday, not time off, and a date that the zone had."""
        return self.planned(day) and not self.off_on(day) and exists(day, self.zone)

    def planned(self, day: date) -> bool:
        """Whether *day* is a weekday of the plan in force on it, time off or not."""
        return day.weekday() in self.plan_on(day).weekdays

    def next_start(self, at: time, now: datetime) -> DayStart:
        """The day start *at* from the soonest day on at which *now* stays in its day."""
        return next_start(at, now, self.zone, self.day_starts)

    def counting(self, first: date, last: date) -> Iterator[date]:
        """The counting days from *first* to *last*, both included, in order."""
        for number in range(first.toordinal(), last.toordinal() + 1):
            if self.counts(day := date.fromordinal(number)):
                yield day

    def day_of(self, instant: datetime) -> date:
        """The person's day that holds *instant*."""
        return day_of(instant, self.zone, self.day_starts)

    def start_of(self, day: date) -> datetime:
        """The UTC instant at which *day* begins."""
        return start_of(day, self.zone, self.day_starts)

    def end_of(self, day: date) -> datetime:
        """The UTC instant at which *day* is over: the start of the next."""
        return self.start_of(day + ONE_DAY)

    def due(self, day: date) -> datetime:
        """The UTC instant of the nudge of *day*, between its start and its end.

        With a day start of 04:00 a nudge at 00:30 comes on the next date. A time of day that the person's day
        does not have (its start was moved over it) is the day's start.
        """
        return self.at(day, self.plan_on(day).at)

    def at(self, day: date, clock: time) -> datetime:
        """The UTC instant at which clocks show *clock* within the person's *day*, else the day's start."""
        start, end = self.start_of(day), self.end_of(day)
        for candidate in (
            exact_instant(day, clock, self.zone),
            exact_instant(day + ONE_DAY, clock, self.zone),
        ):
            if start <= candidate < end:
                return candidate
        return start
