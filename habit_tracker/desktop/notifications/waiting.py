"""Waiting for files to become readable, so that a SIGTERM ends the wait at a known place and nowhere else."""

import os
import select
import signal
import time
from collections import deque
from collections.abc import Sequence
from typing import Protocol


class Stopped(Exception):  # noqa: N818  an order, not an error
    """The process was asked to end."""


class Wait(Protocol):
    """Those of *files* that can be read, or none after *limit* seconds."""

    def __call__(self, files: Sequence[int], limit: float | None) -> list[int]: ...


def plainly(files: Sequence[int], limit: float | None) -> list[int]:
    """A wait that no signal ends."""
    return select.select(files, [], [], limit)[0]


def by_reading(files: Sequence[int], _limit: float | None) -> list[int]:
    """No wait at all, for Windows, whose pipes cannot be waited for: reading them waits."""
    return list(files)


class InterruptibleWait:
    """A wait that SIGTERM or SIGINT ends with `Stopped`; a save between waits is never cut off."""

    def __init__(self) -> None:
        self._woken, wakes = os.pipe()
        os.set_blocking(wakes, False)
        signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: None)  # the byte in the pipe is the message

    def __call__(self, files: Sequence[int], limit: float | None) -> list[int]:
        ready = plainly([*files, self._woken], limit)
        if self._woken in ready:
            raise Stopped
        return ready


class Lines:
    """The lines that arrive at a file descriptor, in order."""

    def __init__(self, file: int) -> None:
        self.file = file
        self.ended = False
        self._whole: deque[str] = deque()
        self._rest = b""

    def read(self) -> None:
        """Take in what has arrived; sets `ended` at the end of the file."""
        data = os.read(self.file, 65536)
        self.ended = not data
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._whole.extend(line.decode("utf-8", "replace") for line in lines)

    def take(self) -> list[str]:
        """All lines that have arrived whole."""
        lines = list(self._whole)
        self._whole.clear()
        return lines

    def next(self, wait: Wait, limit: float | None) -> str | None:
        """The next line, or None when the file ends or *limit* seconds pass first."""
        deadline = None if limit is None else time.monotonic() + limit
        while not self._whole and not self.ended:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not wait([self.file], left):
                return None
            self.read()
        return self._whole.popleft() if self._whole else None
