"""How a check-up is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.doctor.finding import FIX, START, Checkup, State, nudge_would_come
from habit_tracker.cli.render.lines import wrapped
from habit_tracker.cli.render.nudges import nudge_object, what_became
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.view import View
from habit_tracker.domain.words import count, short_day

if TYPE_CHECKING:
    from habit_tracker.desktop.notifications.server import Server

MARKS = {State.OK: ("✓", "+", "green"), State.WARNING: ("!", "!", "yellow"), State.PROBLEM: ("✗", "x", "red")}
"""For a terminal that has them, for one that has not, and the colour."""
MARGIN = 18
WIDE = 60
MENDED_BY_FIX = {FIX, START}


def doctor_lines(
    checkups: list[Checkup],
    mended: list[str],
    nudges: list[Nudge],
    view: View | None,
    width: int,
    encoding: str,
) -> Iterator[str]:
    """The page of `habit doctor`, with the last *nudges* under their check; *encoding* is that of the terminal."""
    yield from mended
    if mended:
        yield ""
    for checkup in checkups:
        yield from _checkup_lines(checkup, width, encoding)
        if checkup.name == "Last questions" and view:
            yield from _question_lines(nudges, view, width)
    yield ""
    yield from _verdict_lines(checkups, width)


def _checkup_lines(checkup: Checkup, width: int, encoding: str) -> Iterator[str]:
    mark, plain, colour = MARKS[checkup.state]
    mark = mark if _can_show(mark, encoding) else plain
    margin = f"{click.style(mark, fg=colour)} {checkup.name:<{MARGIN - 2}}"
    yield from wrapped(checkup.words, margin, " " * MARGIN, width)
    if checkup.mend:
        fits = MARGIN + len(f"run: {checkup.mend}") <= width
        # In one piece, to be copied.
        yield f"{'':{MARGIN if fits else 2}}run: {click.style(checkup.mend, bold=True)}"


def _question_lines(rows: list[Nudge], view: View, width: int) -> Iterator[str]:
    """The last rows of the ledger, the newest first."""
    indent = MARGIN if width >= WIDE else 4
    for nudge in reversed(rows):
        margin = f"{'':{indent}}{short_day(nudge.day, view.today)}: "
        yield from wrapped(what_became(nudge, view), margin, " " * (indent + 2), width)


def _verdict_lines(checkups: list[Checkup], width: int) -> Iterator[str]:
    problems = sum(checkup.state is State.PROBLEM for checkup in checkups)
    warnings = sum(checkup.state is State.WARNING for checkup in checkups)
    if nudge_would_come(checkups):
        yield click.style("The next question will come.", fg="green")
    else:
        yield click.style(f"A question would be lost: {count(problems, 'problem')}.", fg="red")
    if warnings:
        yield f"{count(warnings, 'thing')} could be better."
    if any(checkup.mend in MENDED_BY_FIX for checkup in checkups):
        yield from wrapped(f"To mend what can be mended safely: {FIX}", "", "", width)


def _can_show(mark: str, encoding: str) -> bool:
    try:
        mark.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def doctor_object(
    checkups: list[Checkup], mended: list[str], nudges: list[Nudge], server: Server | str
) -> dict[str, Any]:
    """The check-up in the stable form for programs; the check's name is its key."""
    can = [] if isinstance(server, str) else sorted(server.abilities)
    return {
        "nudge_would_come": nudge_would_come(checkups),
        "mended": mended,
        "checks": [
            checkup._replace(name=checkup.name.lower().replace(" ", "_"))._asdict() for checkup in checkups
        ],
        "server": None if isinstance(server, str) else server._asdict() | {"abilities": can},
        "nudges": [nudge_object(nudge) for nudge in nudges],
    }
