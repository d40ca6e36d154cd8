"""Days, times and instants as other programs write them. Each function raises ValueError with the reason."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from habit_tracker.domain.days.local_time import ONE_DAY, YEARS
from habit_tracker.domain.quoting import quoted

MANY = 1000
"""Days and zones that are kept in mind: the wins of a file share them."""
FIRST, LAST = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\s*([ap])\.?m\.?)?")
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])([01][0-9]|2[0-3]):?([0-5][0-9])")


@lru_cache(MANY)
def parse_day(text: str) -> date:
    """The date that *text* is in ISO form, `2026-11-20`."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"{quoted(text)} is not a date like 2026-11-20")
    if not FIRST <= day <= LAST:
        raise ValueError(f"{day} is too far away; days lie in the years {YEARS[0]} to {YEARS[-1]}")
    return day


def parse_instant(text: str) -> datetime:
    """The UTC instant that *text* is in ISO form with its offset, `2026-11-20T16:30:00Z`."""
    try:
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is None:
            raise ValueError("it has no offset")
        instant = instant.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{quoted(text)} is not an instant like 2026-11-20T16:30:00Z") from None
    if not FIRST - ONE_DAY <= instant.date() <= LAST + ONE_DAY:  # somewhere it is still that day
        raise ValueError(f"{quoted(text)} is too far away; instants lie in the years {YEARS[0]} to {YEARS[-1]}")
    return instant


def parse_clock(text: str) -> time:
    """The time of day that *text* is: `17:31`, `17:31:05`, `5:31 pm`."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found:
        hour, minute, second, half = int(found[1]), int(found[2]), int(found[3] or 0), found[4]
        if half and 1 <= hour <= 12:  # noqa: PLR2004  a clock's face
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:  # noqa: PLR2004  a day, an hour, a minute
            return time(hour, minute, second)
    raise ValueError(f"{quoted(text)} is not a time like 17:31 or 5:31 pm")


@lru_cache(MANY)
def parse_zone(name: str) -> tzinfo:
    """The zone of that IANA name, or of an offset like `GMT+0200`."""
    if offset := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(ahead if offset[1] == "+" else -ahead)
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise ValueError(f"{quoted(name)} is not a time zone like Europe/Berlin") from None
