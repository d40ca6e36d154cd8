"""A nudge that is being delivered in a process of its own, seen from its parent."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from support.processes import end

from habit_tracker.desktop.notifications.messages import Confirmation, Report, Request
from habit_tracker.desktop.notifications.waiting import Lines, plainly
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply

ONE_TOOLKIT = Path(__file__).with_name("one_toolkit.py")
TOOLKIT = "TEST_TOOLKIT"
QUESTION = DAILY.question


def nudge(inbox: Path, **changes: object) -> Request:
    """A nudge for Monday, with whatever a test wants to be different."""
    key = NudgeKey(date(2026, 11, 23), DAILY)
    request = Request(
        key, DAILY.question, "Monday 23 November", str(inbox), "Europe/Vienna", "Your win?", "Day 12"
    )
    return request._replace(**changes)  # type: ignore[arg-type]


def replies(inbox: Path) -> list[Reply]:
    """What lies in the inbox."""
    return [Reply.from_json(path.read_text()) for path in sorted(inbox.glob("*.json"))]


class Child:
    """One of the desktop's processes, and the lines that it writes."""

    def __init__(self, request: Request, env: Mapping[str, str], *program: str) -> None:
        # not a pipe, which would stay open as long as a window that was left behind
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  `end` closes it
        self.process = subprocess.Popen(
            [sys.executable, "-P", *program],
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
        )
        assert self.process.stdout is not None
        self.lines = Lines(self.process.stdout.fileno())
        self.write(request.to_json())

    def write(self, line: str) -> None:
        """Write one line to it."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def line(self, seconds: float = 8) -> str:
        """Its next line."""
        found = self.lines.next(plainly, seconds)
        assert found is not None, (
            f"nothing was said; stderr: {self.errors() if self.lines.ended else 'still running'}"
        )
        return found

    def errors(self) -> str:
        """What it wrote to stderr until its end."""
        self.process.wait(5)
        self._complaints.seek(0)
        return self._complaints.read().decode()

    def end(self) -> None:
        """End it, by force if need be."""
        end(self.process)
        self._complaints.close()

    def status(self, seconds: float = 5) -> int:
        """How it ended; it must have had nothing to complain of."""
        status = self.process.wait(seconds)
        assert self.errors() == ""
        return status


class Delivery(Child):
    """A delivery, by its reports."""

    def report(self, seconds: float = 8) -> Report:
        """Its next report."""
        return Report.from_json(self.line(seconds))

    def confirm(self, title: str, body: str) -> None:
        """Tell it what to show after the reply."""
        self.write(Confirmation(title, body).to_json())

    def forget(self) -> None:
        """Close its pipes, as the death of its parent does."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()


@contextmanager
def delivery(request: Request, env: Mapping[str, str]) -> Iterator[Delivery]:
    """A running delivery."""
    child = Delivery(request, env, "-m", "habit_tracker.desktop.notifications.worker")
    try:
        yield child
    finally:
        child.end()


@contextmanager
def window(request: Request, env: Mapping[str, str]) -> Iterator[Child]:
    """An answer window that is opening, in the toolkits that the environment names, if it does."""
    program = [str(ONE_TOOLKIT)] if TOOLKIT in env else ["-m", "habit_tracker.desktop.window"]
    child = Child(request, env, *program)
    try:
        yield child
    finally:
        child.process.kill()
        child.end()
