"""The program in the desktop's menu, with its icon and its manual: what is to be there, put there, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from habit_tracker.desktop import integration
from habit_tracker.desktop.autostart import NAME, programs
from habit_tracker.desktop.autostart.files import shown
from habit_tracker.desktop.integration import installed
from habit_tracker.desktop.integration.entry import MenuEntry
from habit_tracker.reminder import service, spawn

if TYPE_CHECKING:
    from habit_tracker.cli.app import App
    from habit_tracker.storage.home import Home


def is_wanted(app: App) -> bool:
    """Whether the person wants it, on a system that has a place for it. Raises StorageError."""
    from habit_tracker.storage.settings import integrates

    if integration.unavailable_reason():
        return False
    with app.database.reading() as connection:
        return integrates(connection)


def entry_of(home: Home) -> MenuEntry:
    """The menu entry of *home*."""
    return service.of_home(home, MenuEntry)


def wanted_entry(home: Home) -> bytes:
    """What the menu entry of *home* is to be: a click on it asks. Raises HabitError where none can be made."""
    of = home.folder.name if entry_of(home).name != NAME else ""
    return entry_of(home).content(spawn.command("ask"), service.environment(home), of)


def shared_files() -> dict[Path, bytes]:
    """What is to be there beside the menu entry."""
    from habit_tracker.cli.group import all_commands
    from habit_tracker.cli.manual.pages import pages

    return installed.shared_files(pages(all_commands()))


def install_now(home: Home) -> list[str]:
    """Let the desktop know the program as it is now, and say so. Raises HabitError where it cannot be written."""
    from habit_tracker.cli.render.integration import installed_words

    if reason := integration.unavailable_reason():
        return [f"Nothing is installed: {reason}."]
    changes = installed.install({entry_of(home).path: wanted_entry(home)} | shared_files())
    return list(installed_words(changes, manual_place() if changes.done else ""))


def withdraw_now(home: Home) -> list[str]:
    """Let the desktop forget it, and say so. Raises HabitError where something cannot be removed."""
    from habit_tracker.cli.render.integration import withdrawn_words

    if integration.unavailable_reason():
        return []
    return list(withdrawn_words(installed.uninstall(entry_of(home))))


def manual_place() -> str:
    """What shows the manual, or else where it lies: man may not be there, or look elsewhere."""
    folder = installed.man_folder()
    said = programs.answer_of("manpath", "--quiet")
    found = said is not None and str(folder) in said.stdout.strip().split(":")
    return "man habit" if found else f"in {shown(folder)}"
