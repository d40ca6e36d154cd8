"""APScheduler wakes a thread that looks, one look at a time, never blocking who asks for one."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from habit_tracker.storage.errors import StorageError

LOOK_EVERY = timedelta(seconds=30)
LONGEST_PAUSE = 240.0
"""Seconds until the next look after several that failed."""


class Scheduler:
    """Calls *look* every 30 seconds, at the instant that the last one named, and whenever told to.

    Looking has a thread of its own: a database that is locked or a server that hangs keeps nobody else waiting.
    """

    def __init__(self, look: Callable[[], datetime], log: logging.Logger) -> None:
        self._look = look
        self._log = log
        self._wanted = threading.Event()
        self._failures = 0
        self._pause_ends = 0.0
        # The job only wakes the looking thread, so it may well run in the scheduler's own.
        self._jobs = BackgroundScheduler(timezone=UTC, executors={"default": DebugExecutor()})

    def start(self) -> None:
        """Begin, with a look at once."""
        threading.Thread(target=self._run, daemon=True).start()
        self._jobs.add_job(
            self._wanted.set,
            "interval",
            seconds=LOOK_EVERY.total_seconds(),
            id="look",
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,  # a laptop wakes late; a late look beats none
            coalesce=True,
        )
        self._jobs.start()

    def stop(self) -> None:
        """No look begins any more."""
        self._jobs.shutdown(wait=False)

    def at_once(self) -> None:
        """Look now, and count the next 30 seconds from here by the clock as it is now."""
        self._pause_ends = 0.0
        self._wanted.set()
        self._jobs.modify_job("look", next_run_time=datetime.now(UTC) + LOOK_EVERY)

    def news(self) -> None:
        """Look now, for something was reported."""
        self._wanted.set()

    def _run(self) -> None:
        while self._wanted.wait():
            self._wanted.clear()
            if time.monotonic() >= self._pause_ends:
                self._look_once()

    def _look_once(self) -> None:
        try:
            again = self._look()
        except StorageError as error:
            self._pause(str(error))
        except Exception as error:
            self._pause(_without_values(error))
        else:
            self._failures = 0
            if again < datetime.now(UTC) + LOOK_EVERY:
                self._jobs.modify_job("look", next_run_time=again)

    def _pause(self, trouble: str) -> None:
        """Wait a little longer after each failure in a row."""
        self._failures += 1
        seconds = min(LONGEST_PAUSE, 15.0 * 2 ** (self._failures - 1))
        self._pause_ends = time.monotonic() + seconds
        self._log.warning("%s Looking again in %.0f seconds.", trouble, seconds)


def _without_values(error: Exception) -> str:
    """What failed and where; not the message, for it may hold words of a win."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f" in {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    return f"{type(error).__name__}{where}."
