"""When the person wants to be asked, and which days count."""

from datetime import date, time
from typing import NamedTuple

DAILY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))


class Plan(NamedTuple):
    """From the day *since* on: ask at local time *at* on these *weekdays* (Monday is 0).

    The weekly check comes on the weekday *weekly_on* at *weekly_at*, where both are set.
    """

    since: date
    at: time = time(17)
    weekdays: frozenset[int] = DAILY
    weekly_on: int | None = None
    weekly_at: time | None = None


class TimeOff(NamedTuple):
    """Days from *first* to *last*, both included, that do not count."""

    first: date
    last: date
    reason: str | None = None


DEFAULT_PLAN = Plan(date.min)
