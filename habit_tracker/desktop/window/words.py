"""What the answer window says, in whichever toolkit."""

from habit_tracker.desktop.notifications.markup import clipped
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.domain.nudges.reply import Choice
from habit_tracker.domain.progress.text import CONFIDENCE

KEYS = "Return saves  ·  Ctrl+Return starts a new line  ·  Esc closes and keeps your text"
MEASURE = "Confidence (optional, Alt+1 to Alt+5)"
ENDS = {CONFIDENCE[0]: "not at all", CONFIDENCE[-1]: "very"}
LONGEST_HINT = 120
NOT_KEPT = "Your text could not be kept: {}. Esc again leaves without it."
THANKS_STAY = 1000
"""Milliseconds."""


def title(request: Request) -> str:
    """The name of the window."""
    return f"{request.question} - {request.day_words}"


def hint(request: Request) -> str:
    """A win to start from, if there is one."""
    words = clipped(" ".join((request.hint or "").split()), LONGEST_HINT)
    return words and f"A win from before: {words}"


def choices(request: Request) -> dict[Choice, str]:
    """The buttons, in the order in which Tab reaches them."""
    put_off: dict[Choice, str] = {"skip": "Not today", "later": "Later"}
    return (put_off if request.buttons else {}) | {"answer": "Save"}


def step(number: int) -> str:
    """What a screen reader says of a step of confidence."""
    end = ENDS.get(number)
    return f"Confidence {number} of {len(CONFIDENCE)}" + (f", {end}" if end else "")
