"""The reminder's log: a private file of limited size and the one before it, with no word of a win."""

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from habit_tracker.private_files import make_private_file

LARGEST = 100_000
"""Bytes, of each of the two files."""


def open_log(path: Path, *, echo: bool) -> logging.Logger:
    """The log at *path*, in UTC; *echo* shows its lines on stderr as well."""
    log = logging.getLogger("habit_tracker.reminder")
    log.setLevel(logging.INFO)
    log.propagate = False
    file = RotatingFileHandler(make_private_file(path), maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    file.rotator = _rotated
    handlers: list[logging.Handler] = [file]
    if echo:
        handlers.append(logging.StreamHandler())
    line = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    line.converter = time.gmtime
    for handler in handlers:
        handler.setFormatter(line)
        log.addHandler(handler)
    return log


def _rotated(full: str, before: str) -> None:
    """Put the *full* file in the place of the one *before*; the next is private too, whatever the umask."""
    Path(full).replace(before)
    make_private_file(Path(full))
