"""How people write a day: a table of shapes, each with what it may mean."""

from collections.abc import Callable

from habit_tracker.cli.params.calendar_words import UNITS, Shape, shape
from habit_tracker.cli.params.day_meaning import Reading
from habit_tracker.cli.params.day_readings import (
    away,
    exact,
    in_week,
    last_of_week,
    of_month,
    of_week,
    of_year,
    this_of_week,
)
from habit_tracker.cli.params.text import Typed


def readings(words: Typed) -> tuple[list[Reading], int | None]:
    """What the words may mean, nothing where they name no day; and the weekday that they name beside a date.

    Raises FarError for a date that is too far away.
    """
    found = shape(words)
    if found.kinds.startswith("w ") and found.kinds[2:] in _DATES:
        return _DATES[found.kinds[2:]](*found.values[1:]), found.values[0]
    if found.kinds in _DATES:
        return _DATES[found.kinds](*found.values), None
    return (_RELATIVE[found.kinds](found) if found.kinds in _RELATIVE else []), None


def _day_first(day: int, month: int, year: int | None = None) -> list[Reading]:
    return of_year(day, month) if year is None else exact(year, month, day)


def _month_first(month: int, day: int, year: int | None = None) -> list[Reading]:
    return _day_first(day, month, year)


def _any_order(first: int, second: int, *year: int) -> list[Reading]:
    """Day and month in either order: no question where they are equal or one is above twelve."""
    orders = dict.fromkeys([(first, second), (second, first)])
    return [one for order in orders for one in _day_first(*order, *year)]


def _any_order_short(first: int, second: int, third: int) -> list[Reading]:
    """With a year of two digits, last or first."""
    orders = dict.fromkeys([(third, second, first), (third, first, second), (first, second, third)])
    return [one for year, month, day in orders for one in exact(2000 + year, month, day)]


def _day_first_short(day: int, month: int, year: int) -> list[Reading]:
    return exact(2000 + year, month, day)


def _weekday(found: Shape) -> list[Reading]:
    return of_week(found.values[0])


def _weekday_of(weeks: int) -> Callable[[Shape], list[Reading]]:
    """`friday next week`."""
    return lambda found: [in_week(found.values[0], weeks)] if found.units == ("week",) else []


def _counted(sign: int) -> Callable[[Shape], list[Reading]]:
    """`3 days ago`."""
    return lambda found: [away(*(sign * found.values[0] * part for part in UNITS[found.units[0]]))]


_DATES: dict[str, Callable[..., list[Reading]]] = {
    **dict.fromkeys(("y - n - n", "y / n / n", "y . n . n", "y . n . n .", "y m n", "y m o"), exact),
    **dict.fromkeys(("n . n", "n . n .", "n . n . y", "n m", "o m", "n m y", "o m y"), _day_first),
    **dict.fromkeys(("m n", "m o", "m n y", "m o y"), _month_first),
    **dict.fromkeys(("n / n", "n / n / y", "n - n - y"), _any_order),
    **dict.fromkeys(("n / n / n", "n - n - n"), _any_order_short),
    **dict.fromkeys(("n . n . n", "n . n . n ."), _day_first_short),
    "o": of_month,
}
"""Dates, by the numbers in them; with dots the day stands first."""
_RELATIVE: dict[str, Callable[[Shape], list[Reading]]] = {
    "w": _weekday,
    "last w": lambda found: last_of_week(found.values[0]),
    "this w": lambda found: this_of_week(found.values[0]),
    "next w": lambda found: [in_week(found.values[0], 1)],
    **dict.fromkeys(("w last u", "last u w"), _weekday_of(-1)),
    **dict.fromkeys(("w this u", "this u w"), _weekday_of(0)),
    **dict.fromkeys(("w next u", "next u w"), _weekday_of(1)),
    "c u ago": _counted(-1),
    **dict.fromkeys(("in c u", "c u from now"), _counted(1)),
}
"""Days that count from today."""
