"""A nudge on its way to the screen: one process of its own, whose reports arrive as they come."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from habit_tracker.desktop.notifications import worker
from habit_tracker.desktop.notifications.left import Left
from habit_tracker.desktop.notifications.messages import Confirmation, Report, Request

TIME_LIMIT = 20.0
"""Seconds until the first report; then the process is ended, whatever it hangs on."""
GRACE = 0.7
"""Seconds for the process to take its notification off the screen."""


class Delivery:
    """The delivery of one nudge. Each report is given to *listener*, on a thread of its own."""

    def __init__(self, request: Request, listener: Callable[[Report], None]) -> None:
        self.answered = False
        self._listener = listener
        self._process = worker.start(request)
        self.process = self._process.pid
        self._limit = threading.Timer(TIME_LIMIT, self._process.kill)
        self._limit.daemon = True
        self._limit.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        reported = False
        with self._process as process:  # at its end the pipes are closed and the process was waited for
            assert process.stdout is not None  # noqa: S101  worker.start gives one
            for line in process.stdout:
                self._limit.cancel()
                self._hear(Report.from_json(line.decode()))
                reported = True
        self._limit.cancel()
        if not reported:
            silent = f"nothing was shown within {TIME_LIMIT:.0f} seconds"
            self._listener(Report("failed", channel="unknown", reason=silent))

    def _hear(self, report: Report) -> None:
        self.answered = self.answered or report.choice == "answer"
        self._listener(report)

    @property
    def ended(self) -> bool:
        """Whether its process is over."""
        return self._process.poll() is not None

    def confirm(self, thanks: Confirmation) -> None:
        """Let *thanks* take the place of the question."""
        if self._process.stdin:
            with suppress(OSError, ValueError):
                self._process.stdin.write(thanks.to_json().encode("ascii") + b"\n")
                self._process.stdin.flush()

    def close(self) -> None:
        """Take it off the screen."""
        with suppress(ProcessLookupError):
            self._process.terminate()

    def wait(self) -> None:
        """Wait for its end; one that does not end by itself is ended."""
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()


class Adopted:
    """The delivery of a reminder that was killed: its process lives on, and reports to nobody."""

    answered = False

    def __init__(self, left: Left) -> None:
        self._left = left
        self.process = left.process

    @property
    def ended(self) -> bool:
        """Whether its process is over."""
        return not self._left.attended

    def confirm(self, _thanks: Confirmation) -> None:
        """It takes no orders: after a reply it leaves without thanks."""

    def close(self) -> None:
        """Take it off the screen."""
        if not self.ended:
            with suppress(ProcessLookupError):
                os.kill(self._left.process, signal.SIGTERM)

    def wait(self) -> None:
        """Wait for its end, which nobody reports."""
        deadline = time.monotonic() + GRACE
        while not self.ended and time.monotonic() < deadline:
            time.sleep(0.02)
