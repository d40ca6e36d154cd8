"""Who opened the window, seen from within: it hears how the window fares, and may have thanks to say there."""

import sys
from contextlib import suppress

from habit_tracker.desktop.notifications.messages import Confirmation
from habit_tracker.desktop.notifications.waiting import Lines, plainly
from habit_tracker.desktop.window.result import WindowResult

THANKS_LIMIT = 2.0
"""Seconds that the answer may take to be stored, and its thanks to come."""


class Opener:
    """It talks through our stdin and stdout, and may be gone: the reply is in the inbox in any case."""

    def __init__(self) -> None:
        self._knows = False

    def ready(self) -> None:
        """Say that the window has the keyboard."""
        self._tell(WindowResult(ready=True))

    def kept(self, result: WindowResult) -> Confirmation | None:
        """Say that an answer lies in the inbox; what to thank with, if that comes soon."""
        self.ended(result)
        if sys.platform == "win32":  # where a pipe cannot be waited for
            return None
        line = Lines(sys.stdin.fileno()).next(plainly, THANKS_LIMIT)
        with suppress(ValueError, KeyError, TypeError):
            return Confirmation.from_json(line or "")
        return None

    def ended(self, result: WindowResult) -> None:
        """Say how it ended, unless that was said."""
        if not self._knows:
            self._tell(result)
        self._knows = True

    def _tell(self, result: WindowResult) -> None:
        with suppress(BrokenPipeError):
            sys.stdout.write(result.to_json() + "\n")
            sys.stdout.flush()
