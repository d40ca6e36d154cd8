"""Is the person there, and free? Each sign is asked where this system tells; what it does not tell is unknown."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import NamedTuple

from habit_tracker.desktop.busy import absence, engagement
from habit_tracker.desktop.busy.desk import Desk
from habit_tracker.desktop.notifications.quiet_signs import UNSAID, Quiet


class Busy(NamedTuple):
    """Why a question would disturb, or reach nobody: *engaged* is a person who is there."""

    reason: str
    engaged: bool


class Sign(NamedTuple):
    """What was *found* of one sign, and whether it is one of a person who is there."""

    found: Quiet
    engaged: bool


Look = Callable[[Desk], Quiet]
ABSENCE: dict[str, Look] = {
    "a locked screen": absence.locked,
    "another session": absence.elsewhere,
    "an idle computer": absence.idle,
}
ENGAGEMENT: dict[str, Look] = {
    "full screen": engagement.full_screen,
    "a screen kept awake": engagement.awake,
    "the microphone": engagement.microphone,
    "a shared screen": engagement.camera,
}
"""The signs, each by the name of what it would show."""


def busy(*, engaged: bool) -> Busy | None:
    """The first sign that the person is not there or, where that is to count, *engaged*; None for none."""
    for _, sign in _looked_at(engaged=engaged):
        if sign.found.on:
            return Busy(sign.found.reason, sign.engaged)
    return None


def signs() -> dict[str, Sign]:
    """What there is to be seen, by the names of the signs."""
    return dict(_looked_at(engaged=True))


def _looked_at(*, engaged: bool) -> Iterator[tuple[str, Sign]]:
    """The signs, one looked for after the other."""
    if not sys.platform.startswith("linux"):
        return
    with closing(Desk()) as desk:
        for group in (ABSENCE, ENGAGEMENT) if engaged else (ABSENCE,):
            for name, look in group.items():
                yield name, Sign(_seen(look, desk), group is ENGAGEMENT)


def _seen(look: Look, desk: Desk) -> Quiet:
    try:
        return look(desk)
    except Exception:  # whatever is odd about a desktop, the question must come
        return UNSAID
