"""A time that clocks go forward over: it comes on its own day, whatever else that day loses."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
HARD = ["America/Nuuk", "Europe/Berlin", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe"]
DAY_STARTS = (time(0), time(2), time(2, 30), time(3), time(4))


def calendar(zone: str, start: time) -> Calendar:
    """A person's in that zone, whose days begin at *start*."""
    return Calendar([], [], [DayStart(date(1990, 1, 1), start)] if start != time(0) else [], ZoneInfo(zone))


def test_nuuk_at_half_past_eleven() -> None:
    """Clocks go from 23:00 to midnight: the day ends in the gap, and the question comes a second before."""
    found = calendar("America/Nuuk", time(0)).at(date(2024, 3, 30), time(23, 30))
    assert found == datetime(2024, 3, 31, 0, 59, 59, tzinfo=UTC)


def test_berlin_at_half_past_two_with_days_from_three() -> None:
    """02:30 would be after the day's end at 03:00, which comes an hour early."""
    person = calendar("Europe/Berlin", time(3))
    found = person.at(date(2026, 3, 28), time(2, 30))
    assert found == datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)
    assert person.day_of(found) == date(2026, 3, 28)


def test_every_other_gap_is_passed_by_its_edge() -> None:
    """New York at 02:30, and Santiago, whose midnight does not exist."""
    assert calendar("America/New_York", time(0)).at(date(2026, 3, 8), time(2, 30)) == datetime(
        2026, 3, 8, 7, tzinfo=UTC
    )
    found = calendar("America/Santiago", time(0)).at(date(2026, 9, 6), time(0, 15))
    assert found == datetime(2026, 9, 6, 4, tzinfo=UTC)


def gaps(zone: str, years: range) -> Iterator[datetime]:
    """The UTC instants at which clocks in *zone* go forward, found to the second."""
    there = ZoneInfo(zone)
    instant = datetime(years[0], 1, 1, tzinfo=UTC)
    while instant.year in years:
        if _offset(instant + 6 * HOUR, there) > _offset(instant, there):
            low, high = instant, instant + 6 * HOUR
            while high - low > SECOND:
                middle = low + (high - low) // SECOND // 2 * SECOND
                low, high = (low, middle) if _offset(middle, there) > _offset(instant, there) else (middle, high)
            yield high
        instant += 6 * HOUR


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()


def check(zone: str, years: range) -> int:
    """Ask at each quarter of an hour of each gap, for each day start; how many questions were looked at."""
    number = 0
    for edge in gaps(zone, years):
        last = (edge - SECOND).astimezone(ZoneInfo(zone)).replace(tzinfo=None) + SECOND
        length = edge.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - last
        for start in DAY_STARTS:
            person = calendar(zone, start)
            for quarter in range(int(length / timedelta(minutes=15))):
                clock = (last + quarter * timedelta(minutes=15)).time()
                day = person.day_of(edge - SECOND)
                for asked in (day, day + timedelta(days=1)):
                    found = person.at(asked, clock)
                    assert person.day_of(found) == asked, (zone, asked, clock, start)
                before, after = person.at(day, clock), person.at(day + timedelta(days=1), clock)
                assert edge in {before, after} or before == edge - SECOND, (zone, day, clock, start)
                number += 1
    return number


@pytest.mark.parametrize("zone", HARD)
def test_a_question_in_a_gap_comes_on_its_own_day(zone: str) -> None:
    """At the gap's edge, or at the last second of its own day before it; never a day early."""
    assert check(zone, range(2023, 2025))


@pytest.mark.slow
def test_in_every_zone() -> None:
    """Every transition of some years."""
    assert sum(check(zone, range(2021, 2025)) for zone in ZONES) > 10_000
