"""Files as other programs write them."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from support.stored import ANYONE, found_in

from habit_tracker.transfer.entry import Entry, Person


def entries(data: bytes | str, person: Person = ANYONE) -> list[Entry]:
    """The entries, of a file that has no bad line."""
    found = found_in(data, person=person)
    assert found.bad == []
    return list(found.entries.values())


def lines(data: bytes | str, person: Person = ANYONE) -> list[tuple[str, str]]:
    """Each entry's day and text."""
    return [(entry.day.isoformat(), entry.text) for entry in entries(data, person)]


def left_out(data: bytes | str, person: Person = ANYONE) -> list[str]:
    """Why entries hold no win."""
    return [one.reason for one in found_in(data, person=person).left_out]


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def jrnl(*found: Mapping[str, Any]) -> str:
    """What `jrnl --format json` writes."""
    usual: dict[str, Any] = {
        "title": "",
        "body": "",
        "date": "2026-11-20",
        "time": "17:31",
        "tags": [],
        "starred": False,
    }
    return json.dumps({"tags": {}, "entries": [{**usual, **one} for one in found]})


def day_one(*found: Mapping[str, Any]) -> str:
    """A journal of Day One."""
    usual: dict[str, Any] = {"creationDate": "2026-11-20T23:30:00Z", "timeZone": "Europe/Berlin", "starred": False}
    content = {"metadata": {"version": "1.0"}, "entries": [{**usual, **one} for one in found]}
    return json.dumps(content).replace("/", "\\/")


HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
)


def loop(marks: Mapping[str, str], habits: str = "", root: str = "") -> bytes:
    """The zip of Loop: its folders' Checkmarks.csv, by the folder's name."""
    files = {f"{root}{folder}/Checkmarks.csv": content for folder, content in marks.items()}
    numbered = "".join(f"{folder.replace(' ', ',', 1)},YES_NO,,,1,1,#FF8F00,,,,false\n" for folder in marks)
    return zipped({f"{root}Habits.csv": HABITS + (habits or numbered), f"{root}Checkmarks.csv": "Date,\n"} | files)


def daylio(*rows: str) -> str:
    """The table of Daylio."""
    return "full_date,date,weekday,time,mood,activities,note_title,note\n" + "\n".join(rows) + "\n"
