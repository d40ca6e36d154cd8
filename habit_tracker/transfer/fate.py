"""What becomes of a win of a file that is here already.

By a file that does not tell of deletions no win comes back that was deleted here, unless the person asks for it.
"""

from datetime import datetime
from operator import attrgetter
from typing import Any, Literal

from habit_tracker.storage.stamps import later
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import Entry
from habit_tracker.transfer.merging import STAMPS, Values, merged_win, usual

_COLUMNS = [name for name in Entry._fields if name in wins.c and name != "id"]
_in_columns = attrgetter(*_COLUMNS)
Fate = Literal["changed", "restored", "known", "differing", "deleted"]


def win_values(entry: Entry) -> dict[str, Any]:
    """The columns of the win, its number left out."""
    values = dict(zip(_COLUMNS, _in_columns(entry), strict=True))
    values["updated_at"] = entry.updated_at or entry.logged_at
    return usual(values)


def fate(entry: Entry, stored: Values, now: datetime, *, restore_deleted: bool) -> tuple[Fate, Values]:
    """What becomes of *entry*, a win that is *stored* in some state; and the win as it is to be."""
    here = usual({name: stored[name] for name in _COLUMNS})
    there = merged_win(here, win_values(entry)) if _may_know_better(entry, here) else here
    if here["deleted_at"] and not entry.deleted_at and (there["deleted_at"] or not entry.exchanged):
        if restore_deleted:
            return "restored", _changed(there, now, deleted_at=None)
        if not entry.exchanged or there == here:
            return "deleted", here
    if there != here:
        return "changed", there
    if entry.bare == here["text"] != entry.text and here["updated_at"] == here["logged_at"]:
        return "changed", _changed(here, now, text=entry.text)
    return ("differing" if _differs(entry, here) else "known"), here


def _may_know_better(entry: Entry, here: Values) -> bool:
    """Where both are of one instant, exchanged exports agree on one of the two; nobody else's does."""
    return entry.updated_at is not None and (entry.exchanged or entry.updated_at > here["updated_at"])


def one_win(entry: Entry, other: Entry) -> Entry | None:
    """What two entries of one unique id come to; None where they are no two states of a win, one the later."""
    one, two = win_values(entry), win_values(other)
    if one["updated_at"] == two["updated_at"] and one != two:
        return None
    return other._replace(**merged_win(one, two))


def _changed(win: Values, now: datetime, **fields: Any) -> dict[str, Any]:
    """*win* with these *fields*, changed *now*, or after its last change where the clock is behind."""
    stamp = later(now, win["updated_at"])
    return {**win, **fields, **{STAMPS[name]: stamp for name in fields}, "updated_at": stamp}


def _differs(entry: Entry, here: Values) -> bool:
    """Whether the file says something else than what is here, and nobody knows which is later."""
    if entry.bare:
        return entry.text not in {entry.bare, here["text"]}
    same_time = entry.updated_at == here["updated_at"]
    return same_time and any(getattr(entry, name) != here[name] for name in ("day", "text", "confidence"))
