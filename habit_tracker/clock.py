"""The one place where the clock and the local time zone are read."""

import sys
import time
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Moment(NamedTuple):
    """Now: a UTC instant, and the zone the person is in."""

    now: datetime
    zone: tzinfo
    zone_name: str
    """The zone's IANA name, or its offset like UTC+09:00 when the system cannot name it."""
    trouble: str | None = None
    """Why the zone could not be named."""
    uptime: float | None = None
    """Seconds since the machine started, sleep included: what nobody sets. None where nobody measured them."""


def read_clock() -> Moment:
    """The present moment. The zone is read afresh each time: a laptop may have landed elsewhere."""
    now = datetime.now(UTC)
    try:
        zone = _local_zone()
    except (OSError, ValueError, LookupError) as error:
        return _by_offset(now, str(error).strip("'\"\n").splitlines()[0])
    return Moment(now, zone, zone.key, uptime=_uptime())


def synchronised() -> bool:
    """Whether the system says that it keeps its clock right by another's; False where it does not say."""
    import ctypes

    try:
        state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(ASKS_ONLY))
    except (AttributeError, OSError, TypeError):  # not Linux
        return False
    return 0 <= state < UNSYNCHRONISED


ASKS_ONLY = 1024
"""Bytes, all zero: more than adjtimex(2) fills, and the wish to change nothing."""
UNSYNCHRONISED = 5
"""TIME_ERROR of adjtimex(2)."""


def _uptime() -> float:
    """Linux leaves sleep out of its monotonic clock, macOS does so in Python's."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def _local_zone() -> ZoneInfo:
    import tzlocal

    zone = tzlocal.reload_localzone()
    if not isinstance(zone, ZoneInfo) or zone.key in {None, "local"}:
        raise LookupError("the system does not name its time zone")
    return zone


def _by_offset(now: datetime, trouble: str) -> Moment:
    """The zone as the C library's offset of the moment (TZ=JST-9 is an offset without a name)."""
    local = now.astimezone()
    assert local.tzinfo is not None  # noqa: S101  astimezone() always gives one
    sign_and_digits = local.strftime("%z")
    return Moment(now, local.tzinfo, f"UTC{sign_and_digits[:3]}:{sign_and_digits[3:5]}", trouble, _uptime())
