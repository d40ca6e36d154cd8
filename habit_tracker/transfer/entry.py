"""What a reader finds in a file."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID, uuid5

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import clean_text

_OURS = UUID("5e2f0a3c-8d57-4a6e-9a61-3f0b1c7d42e8")


class Person(NamedTuple):
    """Who imports: the zone for local times that name none, and the one habit that is asked for."""

    zone: tzinfo
    zone_name: str
    habit: str | None = None


class Entry(NamedTuple):
    """A win as a file tells it. *where* is its place in the file, such as `line 7`.

    A file without unique ids gives the *identity* instead: what makes this entry itself and no other, from which
    the same *uid* comes each time. *updated_at* is None where the file cannot tell of later edits; where it cannot
    tell of which field, it counts for each.
    """

    where: str
    day: date
    text: str
    logged_at: datetime
    zone: str
    source: str
    confidence: int | None = None
    uid: str = ""
    identity: tuple[str, ...] = ()
    updated_at: datetime | None = None
    deleted_at: datetime | None = None
    id: int | None = None
    day_updated_at: datetime | None = None
    text_updated_at: datetime | None = None
    confidence_updated_at: datetime | None = None
    deleted_updated_at: datetime | None = None


class Row(NamedTuple):
    """A row of a table beside the wins."""

    where: str
    table: str
    values: dict[str, Any]


class BadLine(NamedTuple):
    """What cannot be imported, and why."""

    where: str
    reason: str


class LeftOut(NamedTuple):
    """What was understood, and holds no win."""

    where: str
    reason: str


Found: TypeAlias = Entry | Row | BadLine | LeftOut


def tried(where: str, read: Callable[..., Found], *given: Any) -> Found:
    """What *read* finds, or the bad line that its ValueError or HabitError describes."""
    try:
        return read(where, *given)
    except (ValueError, HabitError) as error:
        return BadLine(where, str(error))


def finished(found: Iterable[Found]) -> Iterator[Found]:
    """The same, each entry with a clean text and its uid; one whose text cannot be stored is a bad line.

    Entries of the same identity are told apart by their order in the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for one in found:
        yield tried(one.where, _finish, one, seen) if isinstance(one, Entry) else one


def _finish(_where: str, entry: Entry, seen: Counter[tuple[str, ...]]) -> Entry:
    entry = entry._replace(text=clean_text(entry.text))
    if entry.uid:
        return entry
    seen[entry.identity] += 1
    name = json.dumps([entry.source, *entry.identity, seen[entry.identity]])
    return entry._replace(uid=str(uuid5(_OURS, name)))
