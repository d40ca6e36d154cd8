"""The person's calendar: which of their days count, when each begins, and when its nudge is due."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
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
    start_time,
)
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan, TimeOff, in_force

LAST_SECOND = timedelta(seconds=1)


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
        self.plans = in_force(plans) or [DEFAULT_PLAN]
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

    def start_time_on(self, day: date) -> time:
        """The local time at which *day* begins."""
        return start_time(day, self.day_starts)

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

    def local_end_of(self, day: date) -> datetime:
        """The same in local time."""
        return self.end_of(day).astimezone(self.zone)

    def at(self, day: date, clock: time) -> datetime:
        """The UTC instant at which clocks show *clock* within the person's *day*.

        With a day start of 04:00 a nudge at 00:30 comes on the next date. A time that clocks go forward over is
        the first instant after the gap, or the last second before it where the day ends in the gap. A time that
        the person's day does not have (its start was moved over it) is the day's start.
        """
        start, end = self.start_of(day), self.end_of(day)
        candidates = [exact_instant(date, clock, self.zone) for date in (day, day + ONE_DAY)]
        within = [instant for instant in candidates if start <= instant < end]
        if within:
            return within[0]
        ends_in_gap = end in candidates and end.astimezone(self.zone).time() != clock
        return end - LAST_SECOND if ends_in_gap else start
