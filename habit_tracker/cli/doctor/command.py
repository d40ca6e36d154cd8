"""Does `habit` call this program?"""

from pathlib import Path

from habit_tracker.cli.doctor.finding import Finding, ok, warning
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.program import NAME, called

OURS = b"habit_tracker"
ENOUGH = 4096
"""Bytes: a script that starts this program says so at its beginning."""


def command(probe: Probe) -> Finding:  # noqa: ARG001  every check is handed what the others look at
    """The shell finds this program by its name, or which it finds in its place."""
    here = called()
    if here.words == NAME:
        return ok(f"{NAME} calls this program")
    if here.other is None:
        return ok(f"this shell does not find {NAME}; write {here.words}")
    which = "another installation of this program" if _is_ours(here.other) else "another program"
    return warning(f"{NAME} is {which}, {here.other}. This one is {here.words}", here.offer)


def _is_ours(path: Path) -> bool:
    """Whether the file looks like what an installation of this program puts there."""
    try:
        with path.open("rb") as file:
            return OURS in file.read(ENOUGH)
    except OSError:
        return False
