"""Does the desktop know this program, as it is now?"""

from pathlib import Path

from habit_tracker.cli import integration
from habit_tracker.cli.doctor.finding import START, Finding, ok, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.render.integration import kinds
from habit_tracker.desktop.integration import unavailable_reason
from habit_tracker.desktop.integration.entry import MenuEntry
from habit_tracker.desktop.integration.files import State, state_of
from habit_tracker.reminder import service, spawn


def menu(probe: Probe) -> Finding | None:
    """There is a menu entry that starts this installation, and the rest that belongs to it."""
    if unavailable_reason() or probe.view is None:  # which is for the check of the database to say
        return None
    if not integration.is_wanted(probe.app):
        return ok("switched off: habit config integrate on")
    entry = integration.entry_of(probe.app.home)
    state = state_of(entry.path, integration.wanted_entry(probe.app.home))
    if state is State.FOREIGN:
        return _foreign(entry)
    if state is not State.CURRENT:
        return warning(_trouble(entry), START)
    return _beside(integration.shared_files())


def _trouble(entry: MenuEntry) -> str:
    """What is wrong with an entry of ours, or with none."""
    command = entry.registered()
    if command is None:
        return "the menu has no entry for this program"
    return service.difference(command, spawn.command("ask")) or "the entry is of an earlier version"


def _foreign(entry: MenuEntry) -> Finding:
    """Whoever has changed it may have had a reason; it must only start something."""
    command = entry.registered()
    if command and not Path(command[0]).exists():
        return warning(
            f"{entry.path} was changed, and starts {command[0]}, which is not there", f"rm {entry.path}"
        )
    return ok(f"left as somebody else has made or changed it: {entry.path}")


def _beside(wanted: dict[Path, bytes]) -> Finding:
    states = {path: state_of(path, content) for path, content in wanted.items()}
    if stale := [path for path, state in states.items() if state in {State.MISSING, State.OUTDATED}]:
        return warning(f"missing, or of an earlier version: {kinds(stale)}", START)
    return ok("menu entry, icon and manual are there")
