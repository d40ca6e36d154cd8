"""Run as a program: log wins and say each once it is stored, until it is killed or nothing goes any more."""

import resource
import sys
from itertools import count
from pathlib import Path

from support.wins import log, texts

from habit_tracker.storage.backup import copies
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.home import Home

NO_MORE = "! "
"""Before the sentence that a person would read when it goes no further; after it come the wins that are there."""


def main(folder: str, name: str, length: str, largest: str) -> None:
    """Log wins of *length* characters; no file may grow beyond *largest* bytes, where that is not 0."""
    if int(largest):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    database = Database(Home(Path(folder), Path(folder)))
    try:
        for number in count():
            text = f"{name}-{number} {'x' * int(length)}"
            print(log(database, text), f"{name}-{number}", flush=True)
    except StorageError as error:
        print(f"{NO_MORE}{error}")
        copies.look_into(database.home.database)
        print(*(text.split()[0] for text in texts(database)), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
