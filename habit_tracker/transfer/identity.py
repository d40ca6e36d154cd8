"""Which win an entry is: unique ids for entries whose file gives none.

The same entry gets the same id at each import, in whatever order the file tells its entries; and two entries get
two ids, even where they say the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha1
from json.encoder import encode_basestring_ascii as quoted
from typing import Any
from uuid import UUID

from habit_tracker.transfer.entry import Entry

_OURS = UUID("5e2f0a3c-8d57-4a6e-9a61-3f0b1c7d42e8")
_ALIKE = (("text", "confidence", "logged_at"), ("confidence",))
"""What makes an entry like a win that is here: first all of it, then what no other clock or edit has changed."""

Values = Mapping[str, Any]


def numbered(entries: Sequence[Entry]) -> list[Entry]:
    """*entries*, each with a unique id; those of one identity are told apart by the rest of what they say."""
    result = list(entries)
    for places in _grouped(entries, range(len(entries))):
        for number, place in enumerate(places, 1):
            result[place] = entries[place]._replace(uid=_uid(entries[place], number))
    return result


def paired(entries: Mapping[str, Entry], here: Mapping[str, Values]) -> dict[str, Entry]:
    """*entries* by their unique ids, each of those that share an identity with that of the win which is like it.

    Without that, one that is new in the file would take the id of another that is *here*.
    """
    result = dict(entries)
    for uids in _grouped(entries, (uid for uid, entry in entries.items() if entry.identity)):
        if uids[1:]:
            result |= _exchanged([entries[uid] for uid in uids], here)
    return result


def _grouped(entries: Any, places: Iterable[Any]) -> Iterable[list[Any]]:
    """The *places* of *entries* of one identity, in an order that does not depend on where they stand."""
    groups: dict[tuple[str, ...], list[Any]] = {}
    for place in places:
        groups.setdefault(_identity(entries[place]), []).append(place)
    for group in groups.values():
        if group[1:]:
            group.sort(key=lambda place: _order(entries[place]))
    return groups.values()


def _uid(entry: Entry, number: int) -> str:
    """The UUID of version 5 that identity and *number* name as JSON; `uuid` takes three times as long."""
    name = ", ".join([*map(quoted, _identity(entry)), str(number)])
    found = sha1(_OURS.bytes + f"[{name}]".encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(found[16], 16) % 4]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"


def _exchanged(group: list[Entry], here: Mapping[str, Values]) -> dict[str, Entry]:
    left = list(group)
    taken: dict[str, Entry] = {}
    for names in _ALIKE:
        for uid in (entry.uid for entry in group if entry.uid in here and entry.uid not in taken):
            alike = (one for one in left if all(getattr(one, name) == here[uid][name] for name in names))
            if one := next(alike, None):
                taken[uid] = one._replace(uid=uid)
                left.remove(one)
    free = (entry.uid for entry in group if entry.uid not in taken)
    return taken | {uid: one._replace(uid=uid) for uid, one in zip(free, left, strict=True)}


def _identity(entry: Entry) -> tuple[str, ...]:
    return entry.source, *entry.identity


def _order(entry: Entry) -> tuple[Any, ...]:
    return *_identity(entry), entry.confidence or 0, entry.logged_at, entry.zone, entry.text
