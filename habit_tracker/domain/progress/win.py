"""A win: one thing that made the person feel accomplished."""

from datetime import date, datetime
from typing import NamedTuple


class Win(NamedTuple):
    """One win, as stored.

    *id* is the number people use, never given twice; *uid* stays the same on every computer. *logged_at* and
    *updated_at* are UTC instants, *zone* the IANA zone in which it was written. *chosen* is whether the person
    made it the win of its week.
    """

    id: int
    uid: str
    day: date
    text: str
    confidence: int | None
    source: str
    logged_at: datetime
    zone: str
    updated_at: datetime
    chosen: bool = False
