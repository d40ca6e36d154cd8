"""Moments and calendars for tests."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from habit_tracker.clock import Moment

BERLIN = ZoneInfo("Europe/Berlin")


def moment(text: str, zone: str = "Europe/Berlin") -> Moment:
    """The moment when clocks in *zone* show *text*, such as `2026-11-23 14:00`."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return Moment(local.astimezone(UTC), ZoneInfo(zone), zone)


def days(text: str) -> list[date]:
    """Days of November 2026: `3 5-7` are the 3rd and the 5th to the 7th."""
    found: list[date] = []
    for part in text.split():
        first, _, last = part.partition("-")
        found += [date(2026, 11, number) for number in range(int(first), int(last or first) + 1)]
    return found


def zone_at_one() -> str:
    """A zone in which it is between one and two in the morning."""
    ahead = (1 - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"  # the names count backwards
