"""The meanings that a day may have, one function for each kind."""

from collections.abc import Callable, Iterator
from datetime import MAXYEAR, date, timedelta

from habit_tracker.cli.params.day_meaning import FarError, Reading
from habit_tracker.domain.days.local_time import ONE_DAY, YEARS


def exact(year: int, month: int, day: int) -> list[Reading]:
    """The one date, if there is such a date. Raises FarError."""
    if year not in YEARS:
        raise FarError
    try:
        found = date(year, month, day)
    except ValueError:
        return []
    return [Reading(lambda _: found)]


def of_year(day: int, month: int) -> list[Reading]:
    """The day of each year; the 29th of February waits for a leap year."""
    leap = 2000
    return [_recurring(lambda today: _every_year(today, month, day))] if exact(leap, month, day) else []


def of_month(day: int) -> list[Reading]:
    """The day of each month that has it."""
    if not 1 <= day <= 31:  # noqa: PLR2004  the longest month
        return []
    return [_recurring(lambda today: (found for found in _around(today) if found.day == day))]


def of_week(weekday: int) -> list[Reading]:
    """The weekday of each week."""
    return [_recurring(lambda today: (found for found in _around(today) if found.weekday() == weekday))]


def last_of_week(weekday: int) -> list[Reading]:
    """The latest such weekday before today."""
    (every,) = of_week(weekday)
    return [Reading(lambda today: every.latest(today - ONE_DAY))]


def this_of_week(weekday: int) -> list[Reading]:
    """The weekday of this week; for what lies ahead the next."""
    return [Reading(in_week(weekday, 0).latest, of_week(weekday)[0].coming)]


def in_week(weekday: int, weeks: int) -> Reading:
    """The weekday of the week so many *weeks* after this one; weeks begin on Monday."""
    return Reading(lambda today: today + timedelta(days=weekday - today.weekday(), weeks=weeks))


def away(days: int, months: int = 0) -> Reading:
    """So many days and months after today, or before it where they are negative."""
    return Reading(lambda today: months_later(today, months) + timedelta(days=days))


def _recurring(dates: Callable[[date], Iterator[date]]) -> Reading:
    return Reading(
        lambda today: max(day for day in dates(today) if day <= today),
        lambda today: min(day for day in dates(today) if day >= today),
        recurs=True,
    )


def _around(today: date) -> Iterator[date]:
    """The days of more than a month before and after."""
    return (today + away * ONE_DAY for away in range(-62, 63))


def _every_year(today: date, month: int, day: int) -> Iterator[date]:
    """That date of the years around; leap years may lie eight years apart."""
    for year in range(today.year - 8, today.year + 9):
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def months_later(day: date, months: int) -> date:
    """The same day so many *months* later, the last of the month where that is too short. Raises FarError."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 0 < year < MAXYEAR:
        raise FarError
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (day.day - 1) * ONE_DAY, following - ONE_DAY)
