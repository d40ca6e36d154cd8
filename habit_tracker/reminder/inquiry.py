"""Asking the running reminder about itself, and for a test notification: two small files in the data folder.

A copy of the program that looks at its own libraries and screen knows nothing of the process that will ask.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import uuid4

from habit_tracker.clock import read_clock
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.desktop.notifications.test_notification import SampleNotification
from habit_tracker.private_files import write_private_file
from habit_tracker.reminder.requests import trial
from habit_tracker.reminder.scheduler import LOOK_EVERY
from habit_tracker.reminder.wake import WAKES, wake
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home
from habit_tracker.storage.rules import answer_window, daily_question

LIBRARIES = ("apscheduler", "plyer", "sqlalchemy", "tzlocal", *(["jeepney"] if sys.platform == "linux" else []))
"""What a question needs on its way to the screen and back."""
ANSWER_LIMIT = 15.0
"""Seconds: a little longer than a notification server may take."""
STAYS = 120.0
"""Seconds after which the test notification goes, should nobody take the question away."""


class Said(NamedTuple):
    """What the running reminder says: the libraries that are not there any more, and what became of the test."""

    lacking: list[str]
    report: Report | None


@contextmanager
def asked(home: Home, *, test_for: date | None) -> Iterator[Said | None]:
    """What the running reminder says, None when it does not; a test notification stays until the end.

    It is sent where there is the day that it may be answered for.
    """
    number = uuid4().hex
    write_private_file(_question(home), [json.dumps([number, test_for and test_for.isoformat()]).encode()])
    try:
        wake(home)
        limit = ANSWER_LIMIT if WAKES else ANSWER_LIMIT + LOOK_EVERY.total_seconds()
        yield _wait(lambda: _answer_to(number, home), limit)
    finally:
        for path in (_question(home), _answer(home)):
            path.unlink(missing_ok=True)


def _answer_to(number: str, home: Home) -> Said | None:
    with suppress(OSError, ValueError):
        to, lacking, report = json.loads(_answer(home).read_text())
        if to == number:
            return Said(lacking, Report.from_json(report) if report else None)
    return None


class Informant:
    """The reminder's side: at each look it answers a question that it has not answered yet."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._last = _asked_now(home)  # that one was for another process

    def look(self) -> None:
        """Answer, without keeping anybody waiting."""
        question = _asked_now(self._home)
        if question and question != self._last:
            self._last = question
            threading.Thread(target=self._reply, args=question, daemon=True).start()

    def _reply(self, number: str, test_for: date | None) -> None:
        if test_for is None:
            self._say(number, None)
            return
        database = Database(self._home)
        asked_for = trial(test_for, read_clock(), self._home.inbox, daily_question(database))
        with SampleNotification(asked_for._replace(window=answer_window(database))) as sample:
            self._say(number, sample.report)
            _wait(lambda: _asked_now(self._home) != self._last or None, STAYS)

    def _say(self, number: str, report: Report | None) -> None:
        said = [number, lacking_libraries(), report and report.to_json()]
        write_private_file(_answer(self._home), [json.dumps(said).encode()])


def lacking_libraries(names: Iterable[str] = LIBRARIES) -> list[str]:
    """Those that cannot be loaded from the disk any more, whatever this process has loaded."""
    return [name for name in names if not _is_there(name)]


def _is_there(name: str) -> bool:
    with suppress(ImportError, ValueError):
        found = find_spec(name)
        return found is not None and found.origin is not None and Path(found.origin).exists()
    return False


def _asked_now(home: Home) -> tuple[str, date | None] | None:
    with suppress(OSError, ValueError, TypeError):
        number, day = json.loads(_question(home).read_text())
        return number, day and date.fromisoformat(day)
    return None


Found = TypeVar("Found")


def _wait(look: Callable[[], Found | None], seconds: float) -> Found | None:
    """What *look* finds in time; a file tells nobody when it comes or goes."""
    deadline = time.monotonic() + seconds
    while (found := look()) is None and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def _question(home: Home) -> Path:
    return home.folder / "reminder.question"


def _answer(home: Home) -> Path:
    return home.folder / "reminder.answer"
