"""What comes out of an answer window."""

import json
from typing import NamedTuple, Self

from habit_tracker.domain.nudges.reply import Choice


class WindowResult(NamedTuple):
    """How the window ended: with a *choice*, left without one, or not even opened because it *failed*.

    It was not opened either where another is open, *elsewhere*, which was called to the front. A choice lies in
    the inbox already. *ready* alone is news in between: it has the keyboard.
    """

    choice: Choice | None = None
    text: str | None = None
    confidence: int | None = None
    failed: str | None = None
    ready: bool = False
    elsewhere: bool = False

    def to_json(self) -> str:
        """The outcome as one line of plain ASCII; "choice" is in each but the one that says ready."""
        if self.ready:
            return json.dumps({"ready": True})
        told = {name: value for name, value in self._asdict().items() if value not in {None, False}}
        return json.dumps({"choice": None} | told)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The outcome that `to_json` wrote. Raises ValueError or TypeError for anything else."""
        return cls(**json.loads(line))


class Unavailable(Exception):  # noqa: N818  a fact about this desktop, not an error
    """Why a toolkit cannot open a window here."""
