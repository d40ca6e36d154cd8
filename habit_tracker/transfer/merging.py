"""What becomes of a win of a file that is here already.

Of two states of one win the later holds, be it an edit or a deletion: computers that exchange exports end up
alike, in whatever order they do it. By no other file does a win come back that was deleted here, unless the person
asks for it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import Entry

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_COLUMNS = [name for name in Entry._fields if name in wins.c and name != "id"]
Values = Mapping[str, Any]
Fate = Literal["changed", "restored", "known", "differing", "deleted"]


def fate(entry: Entry, here: Values, now: datetime, *, restore_deleted: bool) -> tuple[Fate, Entry]:
    """What becomes of *entry*, a win that is *here* in some state; and the entry as it would be stored."""
    later = entry.updated_at is not None and _is_later(entry, here)
    if here["deleted_at"] and not entry.deleted_at and not (later and entry.exchanged):
        return ("restored", _restored(entry, here, now)) if restore_deleted else ("deleted", entry)
    if later:
        return "changed", entry
    if entry.bare == here["text"] != entry.text and here["updated_at"] == here["logged_at"]:
        return "changed", _as_here(entry, here)._replace(text=entry.text, updated_at=_after(here, now))
    return ("differing" if _differs(entry, here) else "known"), entry


def win_values(entry: Entry) -> dict[str, Any]:
    """The columns of the win, its number left out."""
    values = {name: getattr(entry, name) for name in _COLUMNS}
    return values | {"updated_at": entry.updated_at or entry.logged_at}


def state(win: Values) -> tuple[Any, ...]:
    """Orders the states of one win: by time, at the same instant a deletion last, then by content."""
    deleted = win["deleted_at"] or _LONG_AGO
    rest = (win["day"], win["text"], win["confidence"] or 0, win["source"], win["logged_at"], win["zone"])
    return max(win["updated_at"], deleted), deleted, win["updated_at"], *rest


def is_another(entry: Entry, other: Entry) -> bool:
    """Whether two entries of one unique id are no two states of a win, one of them the later."""
    one, two = win_values(entry), win_values(other)
    return state(one)[0] == state(two)[0] and one != two


def _is_later(entry: Entry, here: Values) -> bool:
    """Whether the file knows better; where both are of one instant, exchanged exports agree on one of the two."""
    values = win_values(entry)
    return state(values) > state(here) if entry.exchanged else bool(values["updated_at"] > here["updated_at"])


def _restored(entry: Entry, here: Values, now: datetime) -> Entry:
    """The win with the words that were written last, from now on no longer deleted."""
    rewritten = entry.updated_at is not None and entry.updated_at > here["updated_at"]
    last = entry if rewritten else _as_here(entry, here)
    return last._replace(deleted_at=None, updated_at=_after(here, now))


def _as_here(entry: Entry, here: Values) -> Entry:
    return entry._replace(**{name: here[name] for name in _COLUMNS})


def _after(here: Values, now: datetime) -> datetime:
    """An instant that is later than whatever was done to the win before, also where the clock is behind."""
    last: datetime = state(here)[0]
    return max(now, last + timedelta(microseconds=1))


def _differs(entry: Entry, here: Values) -> bool:
    """Whether the file says something else than what is here, and nobody knows which is later."""
    if entry.bare:
        return entry.text not in {entry.bare, here["text"]}
    same_time = entry.updated_at == here["updated_at"]
    return same_time and any(getattr(entry, name) != here[name] for name in ("day", "text", "confidence"))
