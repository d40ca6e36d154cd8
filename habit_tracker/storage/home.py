"""Where everything lies: one folder, moved by HABIT_TRACKER_HOME."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Home(NamedTuple):
    """The data folder and, for the log, the state folder. Naming a path creates nothing."""

    folder: Path
    state: Path

    @property
    def database(self) -> Path:
        """The one file that holds wins, plans, settings and the ledger."""
        return self.folder / "habit.db"

    @property
    def backups(self) -> Path:
        """Where copies of the database go."""
        return self.folder / "backups"

    @property
    def inbox(self) -> Path:
        """Where replies to nudges wait until they are stored."""
        return self.folder / "inbox"

    @property
    def log(self) -> Path:
        """The reminder's log."""
        return self.state / "reminder.log"


def find_home() -> Home:
    """The folder that HABIT_TRACKER_HOME names, else the platform's own places."""
    if named := os.environ.get("HABIT_TRACKER_HOME"):
        folder = Path(named).expanduser().absolute()
        return Home(folder, folder)
    from platformdirs import user_data_path, user_state_path

    return Home(user_data_path("habit-tracker", False), user_state_path("habit-tracker", False))


def make_private_folder(folder: Path) -> Path:
    """*folder*, made with the mode 0700 where it was missing (so are its missing parents)."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    return folder


def make_private_file(path: Path) -> Path:
    """*path*, made empty with the mode 0600 where it was missing, whatever the umask."""
    make_private_folder(path.parent)
    if not path.exists():  # to open and close a database gives up all locks that the process has on it
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path
