"""Where everything lies: one folder, moved by HABIT_TRACKER_HOME."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from habit_tracker import status_file
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted

OURS = (
    "habit.db*",
    "reminder.*",
    "window.lock",
    status_file.NAME,
    "second-set.json",
    *(f"{name}{inside}" for name in ("backups", "inbox", "editing") for inside in ("", "/*")),
)


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
    def second_set(self) -> Path:
        """What is known about the second set of copies, which lies elsewhere."""
        return self.folder / "second-set.json"

    @property
    def inbox(self) -> Path:
        """Where replies to nudges wait until they are stored."""
        return self.folder / "inbox"

    @property
    def editing(self) -> Path:
        """Where texts lie while they are written in an editor."""
        return self.folder / "editing"

    @property
    def status(self) -> Path:
        """Where shell prompts read how today stands."""
        return self.folder / status_file.NAME

    @property
    def log(self) -> Path:
        """The reminder's log."""
        return self.state / "reminder.log"

    def copies(self) -> list[Path]:
        """The copies of the database. Raises StorageError where the folder is there and cannot be looked into."""
        return copies_in(self.backups)

    def files(self) -> Iterator[Path]:
        """What is ours here, the folders first. A folder with other things in it is left out, and so are links."""
        for folder in dict.fromkeys([self.folder, self.state]):
            found = [path for name in OURS for path in sorted(folder.glob(name))] if folder.is_dir() else []
            if found and set(folder.iterdir()) <= set(found):
                yield folder
            yield from (path for path in found if not path.is_symlink())


def copies_in(folder: Path) -> list[Path]:
    """The copies of the database in *folder*. Raises StorageError where it is there and cannot be looked into."""
    return [path for path in listing(folder) if path.suffix == ".db" and path.name[0] != "."]


def listing(folder: Path) -> list[Path]:
    """What is in *folder*, by name; nothing where there is none.

    Raises StorageError where nobody can tell: that it cannot be looked into does not mean that nothing is there.
    """
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        if isinstance(error, NotADirectoryError) and not folder.exists():
            return []  # the folder above is none
        from habit_tracker.storage.errors import StorageError

        raise StorageError(
            f"{folder} cannot be looked into: {error.strerror}. It must be a folder of yours."
        ) from error


def find_home(environment: Mapping[str, str] = os.environ) -> Home:
    """The folder that HABIT_TRACKER_HOME names in the *environment*, else the platform's own places."""
    if named := environment.get("HABIT_TRACKER_HOME"):
        try:
            folder = Path(named).expanduser().absolute()
        except RuntimeError:
            raise HabitError(f"HABIT_TRACKER_HOME is {quoted(named)}, of somebody who is not here.") from None
        return Home(folder, folder)
    from platformdirs import user_data_path, user_state_path

    return Home(user_data_path("habit-tracker", False), user_state_path("habit-tracker", False))
