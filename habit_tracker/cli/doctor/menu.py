"""Does the desktop know this program, as it is now?"""

from pathlib import Path
from shlex import quote

from habit_tracker.cli import integration
from habit_tracker.cli.doctor.finding import START, Finding, ok, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.render.integration import kinds
from habit_tracker.desktop.integration import unavailable_reason
from habit_tracker.desktop.integration.entry import MenuEntry
from habit_tracker.desktop.integration.files import State, state_of
from habit_tracker.reminder import service, spawn
from habit_tracker.storage.home import Home


def menu(probe: Probe) -> Finding | None:
    """There is a menu entry that starts this installation, and the rest that belongs to it."""
    if unavailable_reason() or probe.view is None:  # which is for the check of the database to say
        return None
    if not integration.is_wanted(probe.app):
        return ok("switched off: habit config integrate on")
    return (
        _of_entry(probe.app.home)
        or _beside(integration.shared_files())
        or ok("menu entry, icon and manual are there")
    )


def _of_entry(home: Home) -> Finding | None:
    entry = integration.entry_of(home)
    state = state_of(entry.path, integration.wanted_entry(home))
    if state is State.FOREIGN:
        return _foreign(entry)
    return None if state is State.CURRENT else warning(_trouble(entry), START)


def _trouble(entry: MenuEntry) -> str:
    """What is wrong with an entry of ours, or with none."""
    command = entry.registered()
    if command is None:
        return "the menu has no entry for this program"
    return service.difference(command, spawn.command("ask")) or "the entry is of an earlier version"


def _foreign(entry: MenuEntry) -> Finding | None:
    """Whoever has changed it may have had a reason; it must only start something."""
    command = entry.registered()
    if command is None or Path(command[0]).exists():
        return None
    words = f"{entry.path} was changed, and starts {command[0]}, which is not there any more"
    return warning(words, f"rm {quote(str(entry.path))}")


def _beside(wanted: dict[Path, bytes]) -> Finding | None:
    states = {path: state_of(path, content) for path, content in wanted.items()}
    stale = [path for path, state in states.items() if state in {State.MISSING, State.OUTDATED}]
    return warning(f"missing, or of an earlier version: {kinds(stale)}", START) if stale else None
