"""A notification that is no nudge: to see that notifications arrive, and what they look like."""

import subprocess
from types import TracebackType

from habit_tracker.desktop.notifications import worker
from habit_tracker.desktop.notifications.messages import Report, Request
from habit_tracker.desktop.notifications.waiting import Lines, plainly

TIME_LIMIT = 12.0
"""Seconds until the first report: as long as a server may take to start and to answer."""
NOTHING_SAID = Report("failed", reason=f"nothing was shown within {TIME_LIMIT:.0f} seconds")


class SampleNotification:
    """Shows *request* by the process that shows nudges; `report` says what came of it."""

    def __init__(self, request: Request) -> None:
        self._process = worker.start(request, stderr=subprocess.DEVNULL)  # it may outlive the terminal
        assert self._process.stdout is not None  # noqa: S101  worker.start gives one
        line = Lines(self._process.stdout.fileno()).next(plainly, TIME_LIMIT)
        self.report = Report.from_json(line) if line else NOTHING_SAID

    def __enter__(self) -> "SampleNotification":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Take it off the screen."""
        self._process.terminate()
        self._process.wait()
        self._close_pipes()

    def leave(self) -> None:
        """Let it stay there, and be answered, when this process is over."""
        self._close_pipes()
        self._process.returncode = 0  # nobody will wait for it

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
