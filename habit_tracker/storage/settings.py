"""What the person has set, by name. Every function works inside the transaction it is given."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from habit_tracker.domain.days.local_time import YEARS
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.delivery import LONGEST_FOLLOW_UP, WINDOWS
from habit_tracker.domain.nudges.question import own_question
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.quoting import quoted
from habit_tracker.storage import stamps
from habit_tracker.storage.holidays import SETTING
from habit_tracker.storage.tables import settings

FOLLOW_UP, QUIET, BUSY, INTEGRATE = "follow-up", "quiet", "busy", "integrate"
REMEMBER, WINDOW, BACKUP_FOLDER = "remember", "window", "backup-folder"
WEEK_START, REMINDING_SINCE = "week-start", "reminding-since"
ON, OFF = "on", "off"
QUESTION, HOLIDAYS = "question", SETTING
STAY_HERE = {REMINDING_SINCE, INTEGRATE, WINDOW, BACKUP_FOLDER}
"""What says something about this computer: another's does not take its place."""
OF_THIS_DISK = {BACKUP_FOLDER}
"""What means nothing on another computer: it comes in from none, and a restore leaves it as it is here."""
_holds = settings.c.deleted_at.is_(None)
Value = TypeVar("Value")


def get(connection: Connection, key: str) -> str | None:
    """What is stored, None when it was never set."""
    found = select(settings.c.value).where(settings.c.key == key, settings.c.deleted_at.is_(None))
    value: str | None = connection.scalar(found)
    return value


def set_at(connection: Connection, key: str) -> datetime | None:
    """When it was set last, None when it never was."""
    at: datetime | None = connection.scalar(select(settings.c.updated_at).where(settings.c.key == key, _holds))
    return at


def value(connection: Connection, key: str, default: Value) -> Value:
    """The value in force: the *default* where none was set, or one that cannot be used."""
    stored = get(connection, key)
    try:
        found: Value = default if stored is None else parse(key, stored)
    except ValueError:
        return default
    return found


def integrates(connection: Connection) -> bool:
    """Whether this computer's desktop is to know the program."""
    return bool(value(connection, INTEGRATE, True))


def put(connection: Connection, key: str, value: str, now: datetime) -> None:
    """Set the value."""
    stamps.put(connection, settings, {"key": key, "value": value}, now)


def drop(connection: Connection, keys: Iterable[str], now: datetime) -> None:
    """Let the defaults hold again."""
    for key in keys:
        stamps.remove(connection, settings, {"key": key}, now)


def stay(here: Connection, coming: Connection) -> None:
    """Let what means something on this disk alone be in *coming* as it is *here*."""
    coming.execute(delete(settings).where(settings.c.key.in_(OF_THIS_DISK)))
    for row in here.execute(select(settings).where(settings.c.key.in_(OF_THIS_DISK))):
        coming.execute(insert(settings).values(row._asdict()))


def unusable(connection: Connection) -> dict[str, str]:
    """What is wrong with values that cannot be used, by their keys: somebody has written them past the program."""
    faults: dict[str, str] = {}
    for row in connection.execute(select(settings).where(settings.c.key.in_(_PARSERS), _holds)):
        try:
            parse(row.key, row.value)
        except ValueError as error:
            faults[row.key] = str(error)
    return faults


def parse(key: str, stored: Any) -> Any:
    """The value that *stored* stands for. Raises ValueError for one that nobody could have set."""
    pattern, read, example = _PARSERS[key]
    found = re.fullmatch(pattern, stored) if isinstance(stored, str) else None
    try:
        if found:
            return None if stored == OFF else read(found)
    except (ValueError, HabitError):
        pass
    raise ValueError(f"{quoted(stored)} is not a value of {key}, as {example} is")


def _minutes(found: re.Match[str]) -> timedelta:
    wait = timedelta(minutes=int(found[1]))
    if not timedelta(0) < wait <= LONGEST_FOLLOW_UP:
        raise ValueError("nobody could wait for that")
    return wait


def _hours(found: re.Match[str]) -> Quiet:
    return Quiet(time.fromisoformat(found[1]), time.fromisoformat(found[2]))


def _day(found: re.Match[str]) -> date:
    day = date.fromisoformat(found[0])
    if day.year not in YEARS:
        raise ValueError("no day lies there")
    return day


def _regions(found: re.Match[str]) -> str:
    if not found[0].isprintable():
        raise ValueError("nobody could read that")
    return found[0]


def _folder(found: re.Match[str]) -> Path:
    folder = Path(found[0])
    if not (folder.is_absolute() and found[0].isprintable()):
        raise ValueError("no folder is called that")
    return folder


_REGION = r"[A-Z]{2}(?:-[^,;]{1,40})?"
_PARSERS: dict[str, tuple[str, Callable[[re.Match[str]], Any], str]] = {
    FOLLOW_UP: (r"off|([0-9]{1,4})", _minutes, "90 (minutes) or off"),
    QUIET: (r"off|([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})", _hours, "21:00-08:00 or off"),
    BUSY: (ON + r"|off", lambda _: True, "on or off"),
    WEEK_START: (r"[0-6]", lambda found: int(found[0]), "0 (Monday) to 6"),
    BACKUP_FOLDER: (r".{1,4096}", _folder, "/media/disk/habit or off"),
    WINDOW: ("|".join(WINDOWS), lambda found: found[0], "auto or zenity"),
    REMEMBER: (r"on|off", lambda _: True, "on or off"),
    INTEGRATE: (r"on|off", lambda _: True, "on or off"),
    QUESTION: (r".+", lambda found: own_question(found[0]), "What went well today? or off"),
    HOLIDAYS: (rf"off|{_REGION}(?:,{_REGION})*", _regions, "DE-BY or off"),
    REMINDING_SINCE: (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", _day, "2026-11-20"),
}
"""How each setting is stored: its form, what it stands for, and an example."""
KEYS = tuple(_PARSERS)
