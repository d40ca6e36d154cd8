"""What a check found."""

from enum import StrEnum
from typing import NamedTuple

FIX = "habit doctor --fix"
START = "habit start"
"""What mends most of what is found."""


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    """Something could be better; no nudge is lost for it."""
    PROBLEM = "problem"
    """With everything as it is, a nudge would be lost."""


class Finding(NamedTuple):
    """What was found, and the one command that mends it, where there is one."""

    state: State
    words: str
    mend: str | None = None


class Checkup(NamedTuple):
    """A finding under the name of its check."""

    name: str
    state: State
    words: str
    mend: str | None = None


def ok(words: str) -> Finding:
    """All is well."""
    return Finding(State.OK, words)


def warning(words: str, mend: str | None = None) -> Finding:
    """It could be better."""
    return Finding(State.WARNING, words, mend)


def problem(words: str, mend: str | None = None) -> Finding:
    """A nudge would be lost."""
    return Finding(State.PROBLEM, words, mend)


def nudge_would_come(checkups: list[Checkup]) -> bool:
    """Whether nothing was found for which a nudge would be lost."""
    return all(checkup.state is not State.PROBLEM for checkup in checkups)
