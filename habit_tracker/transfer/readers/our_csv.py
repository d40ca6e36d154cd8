"""The CSV that `habit export` writes, or any table with the columns `day` and `text`."""

from collections.abc import Iterator
from functools import partial

from habit_tracker.storage.tables import wins
from habit_tracker.transfer.entry import Entry, Found, Person
from habit_tracker.transfer.export.as_csv import COLUMNS, unguarded
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.table import Cells, entries, header
from habit_tracker.transfer.values import column_value
from habit_tracker.transfer.when import NOON, local_instant, parse_day, parse_instant

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
    text = found.get("text", "")
    logged_at = found.get("logged_at")
    return Entry(
        where,
        day,
        text,
        parse_instant(logged_at) if logged_at else local_instant(day, NOON, person.zone),
        _fit("zone", found.get("zone", person.zone_name)),
        _fit("source", found.get("source", "csv")),
        _confidence(found.get("confidence")),
        _fit("uid", found["uid"]) if "uid" in found else "",
        (str(day), text),
        parse_instant(found["updated_at"]) if "uid" in found and "updated_at" in found else None,
    )


def _fit(name: str, text: str) -> str:
    fitting: str = column_value(wins.c[name], text)
    return fitting


def _confidence(text: str | None) -> int | None:
    if text is None:
        return None
    if text not in {"1", "2", "3", "4", "5"}:
        raise ValueError(f"its 'confidence' is {text[:40]!r} and not 1 to 5")
    return int(text)
