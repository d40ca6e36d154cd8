"""Two states of one row, from two computers: what both come to, in whatever order and however often they meet.

A win is merged field by field, each by its own stamp; a row of another table as a whole. Of two states of one
stamp one is chosen by what is in it, so that every computer chooses the same.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table

from habit_tracker.storage.tables import wins

Values = Mapping[str, Any]
STAMPS: dict[str, str] = wins.info["stamps"]
_CHANGES = ("deleted_at", *STAMPS.values())


def merged_win(one: Values, other: Values) -> dict[str, Any]:
    """The win that both states come to, in its usual form."""
    both = (_with_stamps(one), _with_stamps(other))
    result = {name: max((win[name] for win in both), key=_order) for name in both[0]}
    for field, stamp in STAMPS.items():
        chosen = max(both, key=lambda win: (win[stamp], _order(win[field])))
        result |= {field: chosen[field], stamp: chosen[stamp]}
    return _without_needless(result)


def usual(win: Values) -> dict[str, Any]:
    """*win* in its usual form: a stamp for each field that was changed since it was logged, and for no other."""
    if win["updated_at"] == win["logged_at"] and not any(map(win.get, _CHANGES)):
        return dict(win)  # as most are, and an import may bring a million
    return _without_needless(_with_stamps(win))


def _with_stamps(win: Values) -> dict[str, Any]:
    """*win* with a stamp on each field; where only is known when the whole was changed, that counts for each."""
    known = any(win[stamp] for stamp in STAMPS.values())
    otherwise = win["logged_at"] if known else win["updated_at"]
    stamps = {stamp: win[stamp] or otherwise for stamp in STAMPS.values()}
    deleted = STAMPS["deleted_at"]
    stamps[deleted] = max(stamps[deleted], win["deleted_at"] or stamps[deleted])
    return {**win, **stamps}


def _without_needless(win: Values) -> dict[str, Any]:
    stamps = {name: win[name] for name in STAMPS.values()}
    told = {name: stamp if stamp != win["logged_at"] else None for name, stamp in stamps.items()}
    return {**win, **told, "updated_at": max(stamps.values())}


def merged_row(table: Table, one: Values, other: Values) -> Values:
    """The state of the row that both come to: the one that was changed later."""
    names = [column.name for column in table.columns]
    return max((one, other), key=lambda row: (row["updated_at"], *(_order(row[name]) for name in names)))


def _order(value: Any) -> tuple[bool, str]:
    """Puts any two values of one column in an order; nothing comes first."""
    return value is not None, repr(value)
