"""The CSV that `habit export` writes, or any table with the columns `day` and `text`."""

from collections.abc import Iterator
from functools import partial

from habit_tracker.domain.days.local_time import NOON, exact_instant
from habit_tracker.domain.progress.text import CONFIDENCE
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage.tables import wins
from habit_tracker.transfer.checks import win
from habit_tracker.transfer.entry import Entry, FieldError, Found, Person
from habit_tracker.transfer.export.as_csv import COLUMNS, unguarded
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.table import Cells, entries, header
from habit_tracker.transfer.values import column_value
from habit_tracker.transfer.when import parse_day, parse_instant

NAME = "a CSV export of this program"


def recognises(source: Source) -> bool:
    """Whether its first line names a day and a text."""
    return {"day", "text"} <= set(header(source.text))


def read(source: Source, person: Person) -> Iterator[Found]:
    """Its wins; columns that are not ours are passed over."""
    return entries(source.text, partial(_entry, person))


def _entry(person: Person, where: str, cells: Cells) -> Found:
    found = {name: unguarded(cells[name]) for name in COLUMNS if cells.get(name)}
    day = parse_day(found.get("day", ""))
    uid, logged_at, updated_at = (found.get(name, "") for name in ("uid", "logged_at", "updated_at"))
    values = {
        "id": None,
        "uid": uid or None,
        "day": day,
        "text": found.get("text", ""),
        "confidence": _confidence(found.get("confidence")),
        "source": column_value(wins.c.source, found.get("source", "csv")),
        "logged_at": parse_instant(logged_at) if logged_at else exact_instant(day, NOON, person.zone),
        "zone": found.get("zone", person.zone_name),
    }
    identity = () if uid else (str(day), values["text"])
    updated = parse_instant(updated_at) if uid and updated_at else None
    return Entry(where, **(win(values, person) | {"uid": uid}), identity=identity, updated_at=updated)


def _confidence(text: str | None) -> int | None:
    if text not in {None, *map(str, CONFIDENCE)}:
        raise FieldError("confidence", f"{quoted(text)} is not a number from 1 to 5")
    return int(text) if text else None
