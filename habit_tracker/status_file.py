"""The status file: today in a few `key=value` lines, for shell prompts and bars.

A prompt is drawn all the time, so that this module and `shell_prompt` import nothing that is not there already
when the interpreter has started. All values are of the characters a-z, 0-9 and -, so that a shell may source it.
"""

import os

TYPE_CHECKING = False  # as in `typing`, which takes as long as a third of the interpreter's start
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAME = "status"
DAYS = ("habit_", "habit_then_")
"""What the keys of a day begin with: today's, and those of the day after it."""
FIELDS = {"state": ("won", "open", "off"), "streak": (), "risk": ("at-risk", "safe"), "until": ()}
"""What is said of a day, with the words that may be said; where there are none, it is a number."""
MOST = 1024
"""More bytes than it ever has."""


def text(since: int, offset: int, days: "Sequence[dict[str, object]]") -> str:
    """The content: the *days* from the instant *since* on, at which clocks were *offset* seconds from UTC."""
    said = {"habit_since": since, "habit_offset": offset}
    told = {key + field: day[field] for key, day in zip(DAYS, days, strict=True) for field in FIELDS}
    return "".join(f"{key}={value}\n" for key, value in (said | told).items())


def read(path: str, now: float, offset_at: "Callable[[int], int]") -> dict[str, str] | None:
    """What the file says of the instant *now*, by field; None where it is missing, broken or out of date.

    It is out of date, too, where the person's clocks are others: *offset_at* gives their seconds from UTC.
    """
    try:
        told = dict(line.split("=", 1) for line in _beginning(path).decode("ascii").splitlines())
        since = int(told["habit_since"])
        if now < since or offset_at(since) != int(told["habit_offset"]):
            return None
        return next((_said(told, key) for key in DAYS if now < int(told[f"{key}until"])), None)
    except (OSError, ValueError, KeyError, OverflowError):
        return None


def _said(told: dict[str, str], key: str) -> dict[str, str]:
    """The fields of one day. Raises ValueError for what was never written."""
    said = {field: told[key + field] for field in FIELDS}
    for field, words in FIELDS.items():
        if not (said[field] in words if words else said[field].isdecimal()):
            raise ValueError(field)
    return said


def _beginning(path: str) -> bytes:
    """All of a small file. Raises ValueError for a bigger one; waits for nobody, should it be a pipe."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.read(descriptor, MOST)
    finally:
        os.close(descriptor)
    if len(found) == MOST:
        raise ValueError(path)
    return found
