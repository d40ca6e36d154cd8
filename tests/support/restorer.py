"""Run as a program: restore one copy, then the other, and again, saying so each time, until killed."""

import sys
from itertools import cycle
from pathlib import Path

from support.wins import NOW

from habit_tracker.storage.backup.restore import restore
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home


def main(folder: str, *files: str) -> None:
    """Restore the *files* in turn; what each puts aside is removed, for the disk's sake."""
    database = Database(Home(Path(folder), Path(folder)))
    for file in cycle(files):
        restore(database, Path(file), "restored", NOW).aside.unlink()
        print(file, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
