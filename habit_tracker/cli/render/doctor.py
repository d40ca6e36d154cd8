"""How a check-up is said."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from habit_tracker.cli.doctor import nudge_would_come
from habit_tracker.cli.doctor.data import FIX
from habit_tracker.cli.doctor.finding import Checkup, State
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.doctor.reminder import START
from habit_tracker.cli.output import width, wrapped
from habit_tracker.cli.render.nudges import nudge_object, what_became
from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.words import count, short_day

MARKS = {State.OK: ("✓", "+", "green"), State.WARNING: ("!", "!", "yellow"), State.PROBLEM: ("✗", "x", "red")}
"""For a terminal that has them, for one that has not, and the colour."""
MARGIN = 18
WIDE = 60
MENDED_BY_FIX = {FIX, START}


def doctor_lines(checkups: list[Checkup], mended: list[str], probe: Probe) -> Iterator[str]:
    """The page of `habit doctor`."""
    yield from mended
    if mended:
        yield ""
    for checkup in checkups:
        yield from _checkup_lines(checkup)
        if checkup.name == "Last questions" and probe.view:
            yield from _question_lines(probe.last_nudges, probe.view)
    yield ""
    yield from _verdict_lines(checkups)


def _checkup_lines(checkup: Checkup) -> Iterator[str]:
    mark, plain, colour = MARKS[checkup.state]
    mark = mark if _can_show(mark) else plain
    margin = f"{click.style(mark, fg=colour)} {checkup.name:<{MARGIN - 2}}"
    yield from wrapped(checkup.words, margin, " " * MARGIN, width())
    if checkup.mend:
        fits = MARGIN + len(f"run: {checkup.mend}") <= width()
        # In one piece, to be copied.
        yield f"{'':{MARGIN if fits else 2}}run: {click.style(checkup.mend, bold=True)}"


def _question_lines(rows: list[Nudge], view: View) -> Iterator[str]:
    """The last rows of the ledger, the newest first."""
    indent = MARGIN if width() >= WIDE else 4
    for nudge in reversed(rows):
        margin = f"{'':{indent}}{short_day(nudge.day, view.today)}: "
        yield from wrapped(what_became(nudge, view), margin, " " * (indent + 2), width())


def _verdict_lines(checkups: list[Checkup]) -> Iterator[str]:
    problems = sum(checkup.state is State.PROBLEM for checkup in checkups)
    warnings = sum(checkup.state is State.WARNING for checkup in checkups)
    if nudge_would_come(checkups):
        yield click.style("The next question will come.", fg="green")
    else:
        yield click.style(f"A question would be lost: {count(problems, 'problem')}.", fg="red")
    if warnings:
        yield f"{count(warnings, 'thing')} could be better."
    if any(checkup.mend in MENDED_BY_FIX for checkup in checkups):
        yield from wrapped(f"To mend what can be mended safely: {FIX}", "", "", width())


def _can_show(mark: str) -> bool:
    try:
        mark.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def doctor_object(checkups: list[Checkup], mended: list[str], probe: Probe) -> dict[str, Any]:
    """The check-up in the stable form for programs; the check's name is its key."""
    can = [] if isinstance(probe.server, str) else sorted(probe.server.abilities)
    return {
        "nudge_would_come": nudge_would_come(checkups),
        "mended": mended,
        "checks": [
            checkup._replace(name=checkup.name.lower().replace(" ", "_"))._asdict() for checkup in checkups
        ],
        "server": None if isinstance(probe.server, str) else probe.server._asdict() | {"abilities": can},
        "nudges": [nudge_object(nudge) for nudge in probe.last_nudges],
    }
