"""What was written in an answer window that was left: files beside the replies, until they are answered."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from habit_tracker.domain.words import clock, day_words

SUFFIX = ".draft"


class Draft(NamedTuple):
    """A text that nobody saved yet, for the win of a *day*; *at* is the UTC instant of its last change."""

    day: date
    text: str
    confidence: int | None
    at: datetime

    def to_json(self) -> str:
        """The draft as one JSON object, of plain ASCII whatever the text holds."""
        return json.dumps(self._asdict() | {"day": self.day.isoformat(), "at": self.at.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> "Draft":
        """The draft that `to_json` wrote. Raises ValueError, TypeError or KeyError for anything else."""
        found = json.loads(text)
        day, at = date.fromisoformat(found["day"]), datetime.fromisoformat(found["at"]).astimezone(UTC)
        if not isinstance(found["text"], str) or found["confidence"] not in {None, 1, 2, 3, 4, 5}:
            raise ValueError("nobody wrote that")
        return cls(day, found["text"], found["confidence"], at)

    def words(self, asked: date, zone: str) -> str:
        """That it is still here, in a window that asks about that day; of which day it is, if of another."""
        if self.day != asked:
            counts = f"saved now, it counts for {day_words(asked)}"
            return f"Your draft for {day_words(self.day, asked)} is still here; {counts}."
        from zoneinfo import ZoneInfo

        local = self.at.astimezone(ZoneInfo(zone))
        on = "" if local.date() == asked else f"{day_words(local.date(), asked)}, "
        return f"Your draft from {on}{clock(local.time())} is still here."


def new_path(folder: Path) -> Path:
    """Where a draft can lie without taking the place of another."""
    return folder / f"{os.urandom(8).hex()}{SUFFIX}"


def keep(path: Path, draft: Draft) -> None:
    """Let *path* hold that draft, whole and private. Raises OSError when it could not be written."""
    from habit_tracker.private_files import write_private_file

    write_private_file(path, [draft.to_json().encode("ascii")])


def waiting(folder: Path) -> dict[Path, Draft]:
    """The drafts that are there, the one that was changed last at the end."""
    return dict(sorted(_read(folder), key=lambda found: found[1].at))


def for_day(folder: Path, day: date) -> tuple[Path, Draft] | None:
    """The newest draft of that day; where it has none, the newest of any."""
    found = list(waiting(folder).items())
    return next(reversed([one for one in found if one[1].day == day] or found), None)


def end(folder: Path, text: str) -> None:
    """Let go of the drafts that say just what was answered with *text*, through whichever door."""
    for path, draft in waiting(folder).items():
        if draft.text.split() == text.split():
            path.unlink(missing_ok=True)


def _read(folder: Path) -> Iterator[tuple[Path, Draft]]:
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            yield path, Draft.from_json(path.read_text(encoding="utf-8"))
