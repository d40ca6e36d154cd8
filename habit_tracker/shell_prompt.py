"""`habit prompt` without the command line: a shell that draws its prompt cannot wait for Click.

What is out of the ordinary is left to the command, which gives the same answer, only later.
"""

import os
import sys
import time

from habit_tracker import status_file


class UnseenError(ValueError):
    """A form that holds what cannot be seen, and might steer a terminal."""


MARKS = {"won": "✓", "open": "○", "off": "~"}


def answer(words: list[str]) -> bool:
    """Print what `habit prompt WORDS...` prints; False, with nothing printed, where the command has to do it."""
    folder = data_folder()
    if folder is None or "_HABIT_COMPLETE" in os.environ:
        return False
    try:
        said = line(form(words), status_file.read(f"{folder}/{status_file.NAME}", time.time(), _offset_at))
        said.encode()  # what was no text when it was typed
        if said:
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()
    except (ValueError, OSError, AttributeError):  # a word or a sign that only the command knows how to take
        return False
    return True


def line(wanted: str | None, today: dict[str, str] | None) -> str:
    """What is known of *today* in the form *wanted*; nothing where nothing is known.

    Raises ValueError for a form that has a field of no meaning, or that holds what cannot be seen.
    """
    if wanted and not wanted.isprintable():
        raise UnseenError(wanted)
    fields = dict.fromkeys(("mark", *status_file.FIELDS), "")
    if today:
        fields |= {"mark": MARKS[today["state"]], **today}
    if wanted is None:
        wanted = "{mark}" if fields["streak"] == "0" else "{streak} {mark}"
    said = _filled(wanted, fields)
    return said if today else ""


def _filled(wanted: str, fields: dict[str, str]) -> str:
    """Other braces stay as they are: bars read JSON."""
    said, *parts = wanted.split("{")
    for part in parts:
        name, closed, rest = part.partition("}")
        if closed and name.isalpha():
            if name not in fields:
                raise ValueError(f"{{{name}}}")
            said += fields[name] + rest
        else:
            said += "{" + part
    return said


def form(words: list[str]) -> str | None:
    """The value of --format among the *words*, if they are as they should be. Raises ValueError where not."""
    if not words:
        return None
    if len(words) == 1 and words[0].startswith("--format="):
        return words[0].removeprefix("--format=")
    if len(words) == 2 and words[0] == "--format" and not words[1].startswith("-"):  # noqa: PLR2004  as it is written
        return words[1]
    raise ValueError(words)


def data_folder() -> str | None:
    """The folder that `find_home` finds, None where only that can tell."""
    if named := os.environ.get("HABIT_TRACKER_HOME"):
        return None if named.startswith("~") else named
    if sys.platform != "linux" or not os.environ.get("HOME", "").startswith("/"):
        return None
    folder = os.environ.get("XDG_DATA_HOME") or os.environ["HOME"] + "/.local/share"
    return f"{folder}/habit-tracker" if folder.startswith("/") else None


def _offset_at(instant: int) -> int:
    return time.localtime(instant).tm_gmtoff
