"""A change: what one command did to the data."""

from datetime import datetime
from typing import NamedTuple


class Change(NamedTuple):
    """One change, as history has it. Both instants are UTC.

    An *exact* one leaves no trace once it is taken back. *replaced* names the copy of the whole database that a
    restore made first; it is None for any other change.
    """

    id: int
    at: datetime
    words: str
    undone_at: datetime | None
    exact: bool
    replaced: str | None
