"""The one place where the clock and the local time zone are read."""

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


def read_clock() -> Moment:
    """The present moment. The zone is read afresh each time: a laptop may have landed elsewhere."""
    now = datetime.now(UTC)
    try:
        zone = _local_zone()
    except (OSError, ValueError, LookupError) as error:
        return _by_offset(now, str(error).strip("'\"\n").splitlines()[0])
    return Moment(now, zone, zone.key)


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
    return Moment(now, local.tzinfo, f"UTC{sign_and_digits[:3]}:{sign_and_digits[3:5]}", trouble)
