"""The CSV of Daylio, with its eight columns and with the seven of 2018."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from habit_tracker.domain.days.local_time import exact_instant
from habit_tracker.domain.quoting import quoted
from habit_tracker.domain.words import MONTH_NAMES
from habit_tracker.transfer.entry import Entry, Found, LeftOut, Person
from habit_tracker.transfer.html import text_of
from habit_tracker.transfer.source import Source
from habit_tracker.transfer.table import Cells, entries, header
from habit_tracker.transfer.when import parse_clock, parse_day

NAME = "CSV of Daylio"
CONFIDENCE = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The five moods that Daylio comes with; one that the person made up says nothing about confidence."""


def recognises(source: Source) -> bool:
    """Whether its first line names mood and activities."""
    return {"date", "time", "mood", "activities", "note"} <= set(header(source.text))


def read(source: Source, person: Person) -> Iterator[Found]:
    """Each row: its title and note, or what was done, where nothing was written."""
    return entries(source.text, partial(_entry, person))


def _entry(person: Person, where: str, cells: Cells) -> Found:
    day, clock = _day(cells), parse_clock(cells["time"])
    written = [text_of(cells.get(name, "")).strip() for name in ("note_title", "note")]
    text = "\n".join(filter(None, written)) or _activities(cells["activities"])
    if not text:
        return LeftOut(where, "only a mood")
    logged_at = exact_instant(day, clock, person.zone)
    confidence = CONFIDENCE.get(cells["mood"].strip().lower())
    identity = (str(day), str(clock), text)
    return Entry(where, day, text, logged_at, person.zone_name, "daylio", confidence, identity=identity)


def _activities(cell: str) -> str:
    return ", ".join(part.strip() for part in cell.split(" | ") if part.strip())


def _day(cells: Cells) -> date:
    """The date: in ISO form, or of a year and `18 May` or `May 18`."""
    if "full_date" in cells:
        return parse_day(cells["full_date"].strip())
    found = re.fullmatch(r"([0-9]{1,2}) (\w+)|(\w+) ([0-9]{1,2})", cells["date"].strip())
    months = [name for name in MONTH_NAMES if found and name == (found[2] or found[3]).capitalize()]
    if not found or not months:
        raise ValueError(f"{quoted(cells['date'])} is not a date like '18 May'")
    month = MONTH_NAMES.index(months[0]) + 1
    return parse_day(f"{cells.get('year', '').strip()}-{month:02}-{int(found[1] or found[4]):02}")
