"""How time off is said."""

from collections.abc import Iterator
from datetime import date

import click

from habit_tracker.cli.render.lines import wrapped
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.words import count, day_words, days_words


def time_off_lines(time_off: list[TimeOff], today: date, width: int) -> Iterator[str]:
    """All time off: what holds today, then the next ahead, then the last behind."""
    if not time_off:
        yield "No time off, ahead or behind. Add some:"
        yield "  habit time-off 2026-12-24..2027-01-02"
        return
    for title, fits in (("Now", _is_now), ("To come", _comes), ("Earlier", _is_over)):
        ranges = [off for off in time_off if fits(off, today)]
        if ranges:
            yield click.style(title, bold=True)
        for off in ranges[::-1] if fits is _is_over else ranges:
            yield from _range_lines(off, today, width)


def added_words(off: TimeOff, today: date) -> str:
    """What was added: which days, so that a slip is seen at once."""
    reason = f" ({off.reason})" if off.reason else ""
    if off.first == off.last:
        return f"{day_words(off.first, today)} is time off{reason}: it does not count, and a win on it does."
    length = count((off.last - off.first).days + 1, "day")
    dates = f"{day_words(off.first, today)} to {day_words(off.last, today)}"
    return f"{dates}, {length}, are time off{reason}: they do not count, and a win on them does."


def cancelled_words(first: date, last: date, today: date) -> str:
    """What was cancelled."""
    if first == last:
        return f"{day_words(first, today)} is no longer time off."
    return f"{day_words(first, today)} to {day_words(last, today)} are no longer time off."


def _range_lines(off: TimeOff, today: date, width: int) -> Iterator[str]:
    days = days_words(off.first, off.last, today)
    length = click.style(f"{(off.last - off.first).days + 1:>5} d  ", dim=True)
    yield from wrapped(f"{days}  {off.reason or ''}".rstrip(), length, " " * 9, width)


def _is_now(off: TimeOff, today: date) -> bool:
    return off.first <= today <= off.last


def _comes(off: TimeOff, today: date) -> bool:
    return off.first > today


def _is_over(off: TimeOff, today: date) -> bool:
    return off.last < today
