"""The one place where the clock and the local time zone are read."""

import os
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Moment(NamedTuple):
    """Now: a UTC instant, and the zone the person is in with its IANA name."""

    now: datetime
    zone: tzinfo
    zone_name: str
    trouble: str | None = None
    """Why the system could not name its zone, when only its offset is known."""


def read_clock() -> Moment:
    """The present moment; the zone is read afresh, for a laptop may have landed elsewhere."""
    now = datetime.now(UTC)
    try:
        zone = _local_zone()
    except (OSError, ValueError, LookupError) as error:
        return _by_offset(now, str(error).splitlines()[0])
    return Moment(now, zone, zone.key)


def _local_zone() -> ZoneInfo:
    import tzlocal

    zone = tzlocal.reload_localzone()
    if not isinstance(zone, ZoneInfo) or not zone.key or zone.key == "local":
        raise LookupError("the system does not name its time zone")
    return zone


def _by_offset(now: datetime, trouble: str) -> Moment:
    """The zone as the C library's offset, for a system whose zone has no name (TZ=JST-9, say)."""
    local = now.astimezone()
    zone = local.tzinfo
    assert zone is not None  # noqa: S101  (astimezone always gives one)
    named = os.environ.get("TZ")
    return Moment(now, zone, f"{local:%:z}" if False else _offset_name(local), trouble if not named else f"TZ={named} is no IANA name")


def _offset_name(local: datetime) -> str:
    text = local.strftime("%z")
    return f"UTC{text[:3]}:{text[3:5]}"
