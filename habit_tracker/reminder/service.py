"""Having the reminder there: started now and at each login, stopped for now, or taken away for good."""

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from habit_tracker.desktop import autostart
from habit_tracker.desktop.autostart import Autostart
from habit_tracker.domain.errors import HabitError
from habit_tracker.reminder import spawn
from habit_tracker.reminder.body import package
from habit_tracker.reminder.lock import Running, running
from habit_tracker.storage.home import Home, find_home


class Registered(Protocol):
    """Something that starts the program with an environment."""

    def registered(self) -> list[str] | None:
        """The command; None when there is none or it is switched off."""
        ...

    def environment(self) -> dict[str, str]:
        """What it adds to the environment that the command starts in."""
        ...


Found = TypeVar("Found", bound=Registered)


class Registration(NamedTuple):
    """What starts the reminder at login: the *command*, None when nothing does, and the *way*, in words.

    *owns* says whether this way also keeps the reminder alive that is running now, *doubt* why the next login
    may not start it after all.
    """

    command: list[str] | None
    way: str
    owns: bool
    doubt: str | None = None

    @property
    def trouble(self) -> str | None:
        """What is wrong with the command: the next login starts nothing, or not this program as it is here."""
        return difference(self.command, spawn.command()) if self.command else None


def difference(registered: list[str], ours: list[str]) -> str | None:
    """In what the command that is *registered* is another than *ours*."""
    program = registered[0]
    if registered == ours:
        return None
    if not Path(program).exists():
        return f"it starts {program}, which is not there any more"
    if program != ours[0]:
        return f"it starts another installation, {program}"
    return "it starts the program as an earlier version did"


def registration(home: Home) -> Registration:
    """The registration there is."""
    how, found = way(home), running(home)
    return Registration(how.registered(), how.describe(), found is not None and how.owns(found.pid), how.doubt())


def way(home: Home) -> Autostart:
    """What starts the reminder of *home* at login."""
    return of_home(home, autostart.choose)


def of_home(home: Home, named: Callable[[str], Found]) -> Found:
    """What is registered for *home* by its name; that of a second home stands beside that of the first."""
    first = named(autostart.NAME)
    if first.registered() is not None and find_home(first.environment()).folder == home.folder:
        return first
    digest = hashlib.sha256(os.fsencode(home.folder)).hexdigest()[:8]
    own = named(f"{autostart.NAME}-{digest}")
    return own if first.registered() or own.registered() else first


def environment(home: Home) -> dict[str, str]:
    """What a program that is registered needs in its environment to find *home*."""
    return {"HABIT_TRACKER_HOME": str(home.folder)} if "HABIT_TRACKER_HOME" in os.environ else {}


def register(home: Home) -> str:
    """Have the reminder started at each login; what does so, in words. Raises HabitError when it cannot be."""
    how = way(home)
    how.register(spawn.command(), environment(home))
    return how.describe()


def start(home: Home, *, by_itself: bool) -> None:
    """Start the reminder and return once it runs. Raises HabitError with its own words when it does not.

    What starts it at login starts it now too, where it would also keep it alive, unless it is to be *by itself*.
    """
    if by_itself or not _through_owner(home):
        spawn.start(home)


def _through_owner(home: Home) -> bool:
    """Whether the reminder runs now because its registration could be started."""
    how = way(home)
    if how.registered() != spawn.command():
        return False
    with suppress(HabitError):  # the caller starts it, or says why that cannot be
        return how.start() and spawn.comes_to_be(lambda: running(home) is not None)
    return False


def end_stranger(home: Home) -> Running | None:
    """End a reminder that runs from another installation than this, or from one that is gone; which it was.

    Raises HabitError when it does not end.
    """
    found = running(home)
    if found is None or from_here(found):
        return None
    stop(home)
    return found


def from_here(found: Running) -> bool:
    """Whether that reminder runs from this installation."""
    bins = [os.path.realpath(Path(python).parent) for python in (found.python, sys.executable)]
    return bins[0] == bins[1] and found.package == package()


def stop(home: Home) -> bool:
    """End the reminder and return once it has; False when there was none.

    Raises HabitError when it does not end.
    """
    how, found = way(home), running(home)
    if found is None:
        # One that has crashed would be started again. An active one is the reminder of another home.
        return not how.running() and how.stop()
    if not (how.owns(found.pid) and how.stop()):
        spawn.stop(home, found)
    return True


def uninstall(home: Home) -> tuple[bool, bool]:
    """Stop the reminder and take its registration away: whether it ran, and whether it was registered."""
    return stop(home), way(home).unregister()
