"""The reminder as a process: signals, a clock that jumps, a new version, and an orderly end."""

import logging
import os
import re
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import habit_tracker
from habit_tracker.clock import read_clock
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.reminder import body, service, spawn
from habit_tracker.reminder.body import Body, works
from habit_tracker.reminder.inquiry import Informant
from habit_tracker.reminder.lock import Running, only_one
from habit_tracker.reminder.log import open_log
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.reminder.scheduler import LOOK_EVERY, Scheduler
from habit_tracker.reminder.screen import Desktop
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import NewerSchemaError
from habit_tracker.storage.home import Home

JUMP = 2.0
"""Seconds by which the clock must have moved by itself: the machine slept, or the clock was set."""
STOP = [signal.SIGTERM, signal.SIGINT]
LOOK = [signal.SIGHUP] if hasattr(signal, "SIGHUP") else []
END = b"\0"
"""What the process tells itself when it is to make room; signals tell their number, which is never 0."""


class Daemon:
    """One reminder process, from its start to its end."""

    def __init__(self, home: Home, log: logging.Logger) -> None:
        self._log = log
        self._database = Database(home, tell=log.info)
        self._screen = Desktop(self._hear, home.inbox)
        self._reminder = Reminder(self._database, self._screen, log)
        self._scheduler = Scheduler(self._look, log)
        self._wakeup, self._waker = socket.socketpair()
        self._body = Body()
        self._informant = Informant(home)
        self._autostart = service.way(home)  # now: its modules may be gone when they are needed
        self._heir: list[str] = []

    def run(self, ready: Callable[[], None]) -> list[str] | None:
        """Remind until told to stop, then None; else the command that is to take over, empty if none is left.

        *ready* is called once it listens.
        """
        self._listen()
        self._scheduler.start()
        ready()
        told_to_stop = self._attend()
        self._scheduler.stop()
        if told_to_stop or not self._heir:
            self._screen.clear()
        return None if told_to_stop else self._heir

    def _listen(self) -> None:
        for end in (self._wakeup, self._waker):
            end.setblocking(False)
        for number in [*STOP, *LOOK]:
            signal.signal(number, lambda *_: None)
        # A handler may interrupt anything; a byte on a socket waits until somebody looks.
        signal.set_wakeup_fd(self._waker.fileno())

    def _attend(self) -> bool:
        """Wait for signals and watch the clock. True when told to stop, false to make room."""
        offset = time.time() - time.monotonic()
        while True:
            heard = self._next()
            if END in heard:
                return False
            if any(number in heard for number in STOP):
                self._log.info("stopping")
                return True
            moved = time.time() - time.monotonic() - offset
            if abs(moved) > JUMP:
                offset += moved
                self._log.info("the clock moved by %+.0f seconds", moved)
            if heard or abs(moved) > JUMP:
                self._scheduler.at_once()

    def _next(self) -> bytes:
        readable, _, _ = select.select([self._wakeup], [], [], LOOK_EVERY.total_seconds())
        return self._wakeup.recv(100) if readable else b""

    def _hear(self, key: NudgeKey, report: Report) -> None:
        self._reminder.hear(key, report)
        self._scheduler.news()

    def _look(self) -> datetime:
        self._watch_body()
        self._informant.look()
        try:
            return self._reminder.look(read_clock())
        except NewerSchemaError:
            self._start_anew("the database has a newer schema")
            raise

    def _watch_body(self) -> None:
        """Make room for what is installed now, or else what is registered, once the installation is another."""
        if not self._body.changed():
            return
        candidates = [spawn.command(), self._autostart.registered() or []]
        heir = next(filter(works, candidates), [])
        if heir or self._body.given_up:
            version = version_on_disk()
            another = version not in {None, habit_tracker.__version__}
            why = "another version was installed" if another else "its installation was replaced or is gone"
            self._make_room(heir, why)

    def _start_anew(self, why: str) -> None:
        if os.environ.get(ANEW) != why:  # what starting anew did not mend is waited for
            os.environ[ANEW] = why
            self._make_room(spawn.command(), why)

    def _make_room(self, heir: list[str], why: str) -> None:
        self._heir = heir
        self._log.info("%s: %s", "starting anew" if heir else "ending", why)
        self._waker.send(END)


ANEW = "HABIT_TRACKER_STARTED_ANEW"


def version_on_disk() -> str | None:
    """The version that is installed now, which may be another than the one running."""
    try:
        text = Path(habit_tracker.__file__).read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r'__version__ = "(.+)"', text)
    return found and found[1]


def run(home: Home, ready: Callable[[], None], *, echo: bool) -> None:
    """Remind until told to stop. Raises AlreadyRunningError."""
    log = open_log(home.log, echo=echo)
    _settle(home)
    _be_deaf()
    me = Running(os.getpid(), datetime.now(UTC), habit_tracker.__version__, sys.executable, body.package())
    with only_one(home, me):
        log.info("started, version %s, process %s", me.version, me.pid)
        heir = Daemon(home, log).run(ready)
    if heir:
        _be_deaf()
        os.execv(heir[0], [*heir, *sys.argv[2:]])  # noqa: S606
    if heir is not None:
        sys.exit(GONE)


GONE = 1
"""So that a service manager starts the program again, should it come back."""


def _be_deaf() -> None:
    """Let nobody who wants a look end a reminder that does not listen yet: its first look comes by itself."""
    for number in LOOK:
        signal.signal(number, signal.SIG_IGN)  # which outlives the start of another program in this process


def _settle(home: Home) -> None:
    """Work in a folder that nobody takes away, and in which nothing lies that could be imported."""
    if "HABIT_TRACKER_HOME" in os.environ:
        os.environ["HABIT_TRACKER_HOME"] = str(home.folder)  # it may have been named from the folder so far
    os.chdir(os.sep)
