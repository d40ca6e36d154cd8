"""Which win an entry is: unique ids for entries whose file gives none.

The same entry gets the same id at each import, in whatever order the file tells its entries; and two entries get
two ids, even where they say the same.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from habit_tracker.transfer.entry import Entry

_OURS = UUID("5e2f0a3c-8d57-4a6e-9a61-3f0b1c7d42e8")
_ALIKE = (("text", "confidence", "logged_at"), ("confidence",))
"""What makes an entry like a win that is here: first all of it, then what no other clock or edit has changed."""

Values = Mapping[str, Any]


def numbered(entries: Sequence[Entry]) -> list[Entry]:
    """*entries*, each with a unique id; those of one identity are told apart by the rest of what they say."""
    result = list(entries)
    places = sorted(range(len(entries)), key=lambda place: _order(entries[place]))
    for _, group in groupby(places, key=lambda place: _identity(entries[place])):
        for number, place in enumerate(group, 1):
            name = json.dumps([entries[place].source, *entries[place].identity, number])
            result[place] = entries[place]._replace(uid=str(uuid5(_OURS, name)))
    return result


def paired(entries: Mapping[str, Entry], here: Mapping[str, Values]) -> dict[str, Entry]:
    """*entries* by their unique ids, each of those that share an identity with that of the win which is like it.

    Without that, one that is new in the file would take the id of another that is *here*.
    """
    sharing = sorted((entry for entry in entries.values() if entry.identity), key=_order)
    result = dict(entries)
    for _, group in groupby(sharing, key=_identity):
        if (alike := list(group))[1:]:
            result |= _exchanged(alike, here)
    return result


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
