"""The JSON of Day One, also zipped: UTC instants with the zone of each entry, Markdown with backslashes."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from habit_tracker.domain.quoting import quoted
from habit_tracker.transfer.entry import Entry, Found, LeftOut, Person, tried
from habit_tracker.transfer.shape import listed, named
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.when import parse_instant, parse_zone

NAME = "JSON of Day One"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\(dayone-moment:[^()\n]*\)")


def recognises(source: Source) -> bool:
    """Whether it, or a file of the zip, tells of its version beside the entries."""
    return any(_is_journal(document) for _, document in source.documents())


def read(source: Source, person: Person) -> Iterator[Found]:
    """Each entry of each journal. One that is only a picture holds no win."""
    for name, document in source.documents():
        place = f" of {quoted(name)}" if name else ""
        entries = listed(document.json, "entries", document.name) if _is_journal(document) else []
        for number, found in enumerate(entries, 1):
            yield tried(f"entry {number}{place}", _entry, found, person)


def _is_journal(document: Source) -> bool:
    content = document.json
    return content is not None and "entries" in content and isinstance(content.get("metadata"), dict)


def _entry(where: str, found: Any, person: Person) -> Found:
    text = _plain(named(found, "text", ""))
    if not text:
        return LeftOut(where, "without text")
    created = parse_instant(named(found, "creationDate"))
    changed = parse_instant(named(found, "modifiedDate", created.isoformat()))
    uid, zone_name = _uid(named(found, "uuid", "")), named(found, "timeZone", "")
    zone = parse_zone(zone_name) if zone_name else person.zone
    return Entry(
        where,
        created.astimezone(zone).date(),
        text,
        created,
        zone_name or person.zone_name,
        "day one",
        uid=uid,
        identity=() if uid else (created.isoformat(), text),
        updated_at=max(created, changed),
    )


def _plain(text: str) -> str:
    """*text* without pictures, which are not in it, and without the backslashes before signs."""
    return _ESCAPED.sub(r"\1", _PICTURE.sub("", text)).strip()


def _uid(text: str) -> str:
    """The entry's own unique id in the usual form; none where it is another kind of name."""
    try:
        return str(UUID(text))
    except ValueError:
        return ""
