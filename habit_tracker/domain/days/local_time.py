"""Exact local time: which instant a local time is, and which day an instant belongs to."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
HALF_A_DAY = timedelta(hours=12)
MIDNIGHT = time(0)
NOON = time(12)
YEARS = range(1900, 2200)
"""The years in which days lie: what is earlier or later is a slip of the pen."""


class DayStart(NamedTuple):
    """From the day *since* on, a day begins at local time *at* instead of midnight."""

    since: date
    at: time


def exact_instant(day: date, at: time, zone: tzinfo) -> datetime:
    """The one UTC instant at which clocks in *zone* show *at* on *day*.

    A time that does not exist (clocks went forward over it) is the first instant after the gap; one that
    comes twice is its first. On a date that the zone skipped every time is the start of the next date.
    """
    local = datetime.combine(day, at, tzinfo=zone)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    return _edge(local.replace(fold=1).astimezone(UTC), instant, zone)


def _edge(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The first whole second in (before, after] with the offset of *after*."""
    offset = after.astimezone(zone).utcoffset()
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def exists(day: date, zone: tzinfo) -> bool:
    """Whether *zone* had that date at all (Pacific/Apia had no 2011-12-30)."""
    noon = datetime.combine(day, NOON, tzinfo=zone)
    if abs(_offset(noon + ONE_DAY) - _offset(noon - ONE_DAY)) < HALF_A_DAY:
        return True  # at a small fraction of the cost: a date is only lost to a shift of a whole day
    return exact_instant(day, MIDNIGHT, zone) < exact_instant(day + ONE_DAY, MIDNIGHT, zone)


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta()


def start_of(day: date, zone: tzinfo, day_starts: list[DayStart]) -> datetime:
    """The UTC instant at which the person's *day* begins; it ends where the next one begins."""
    return exact_instant(day, start_time(day, day_starts), zone)


def day_of(instant: datetime, zone: tzinfo, day_starts: list[DayStart]) -> date:
    """The person's day that holds *instant*: the local date, shifted by the day start in force."""
    day = instant.astimezone(zone).date()
    while instant < start_of(day, zone, day_starts):
        day -= ONE_DAY
    while instant >= start_of(day + ONE_DAY, zone, day_starts):
        day += ONE_DAY
    return day


def next_start(at: time, now: datetime, zone: tzinfo, day_starts: list[DayStart]) -> DayStart:
    """The soonest day that may begin at *at* without the instant *now* leaving the day that it is in."""
    since = day_of(now, zone, day_starts) + ONE_DAY
    while exact_instant(since, at, zone) <= now:
        since += ONE_DAY
    return DayStart(since, at)


def start_time(day: date, day_starts: list[DayStart]) -> time:
    """The local time of the day start in force on *day*; *day_starts* are in order of their dates."""
    return next((start.at for start in reversed(day_starts) if start.since <= day), MIDNIGHT)
