"""The JSON of jrnl: local dates and times without a zone, a title and a body."""

from collections.abc import Iterator
from typing import Any

from habit_tracker.domain.days.local_time import exact_instant
from habit_tracker.transfer.entry import Entry, Found, Person, tried
from habit_tracker.transfer.shape import listed, named
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.when import parse_clock, parse_day

NAME = "JSON of jrnl"


def recognises(source: Source) -> bool:
    """Whether it counts tags beside the entries."""
    content = source.json
    return content is not None and "entries" in content and isinstance(content.get("tags"), dict)


def read(source: Source, person: Person) -> Iterator[Found]:
    """Each entry; its title and body are one text."""
    for number, found in enumerate(listed(source.json, "entries", source.name), 1):
        yield tried(f"entry {number}", _entry, found, person)


def _entry(where: str, found: Any, person: Person) -> Found:
    day, clock = named(found, "date"), named(found, "time", "12:00")
    text = f"{named(found, 'title', '')}\n{named(found, 'body', '')}"
    logged_at = exact_instant(parse_day(day), parse_clock(clock), person.zone)
    identity = (day, clock, text.strip())
    return Entry(where, parse_day(day), text, logged_at, person.zone_name, "jrnl", identity=identity)
