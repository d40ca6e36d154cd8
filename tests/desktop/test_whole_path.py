"""The whole path: a nudge on a real desktop at its time, a win in a real file, the streak on the terminal."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from support.desktop import Desktop
from support.faketime import FakeClock
from support.processes import becomes_true
from support.program import habit

from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home


class Person:
    """Somebody in Berlin at their desktop, with a clock that the test sets."""

    def __init__(self, screen: Desktop, home: Home, folder: Path) -> None:
        self.screen = screen
        self.home = home
        self.clock = FakeClock(folder)
        self._env = {**screen.env, **self.clock.env}

    def habit(self, *words: str) -> str:
        """What `habit WORDS...` prints."""
        found = habit(*words, env=self._env)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def stop(self) -> None:
        """Stop the reminder, by the true clock."""
        habit("stop")

    def look(self) -> None:
        """Make the reminder look at once."""
        found = running(self.home)
        assert found is not None
        os.kill(found.pid, signal.SIGHUP)


@pytest.fixture
def person(screen: Desktop, home: Home, tmp_path: Path) -> Iterator[Person]:
    """The person, and at the end no reminder of theirs."""
    found = Person(screen, home, tmp_path)
    yield found
    if left := running(home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def test_the_main_job(person: Person) -> None:
    """Asked at five, logged in the shell, counted; asked again the next day and not before, restarted or not."""
    person.clock.set("2026-11-23 15:59:57")
    said = person.habit("start")
    assert "You are asked next: today, Monday 23 November at 17:00 (Europe/Berlin)." in said
    assert becomes_true(lambda: person.screen.count() == 1, seconds=20)
    person.clock.set("2026-11-23 16:05:00")
    assert "Day 1" in person.habit("log", "Shared my idea in the meeting")
    assert "1 day and counting, since today" in person.habit("streak")
    assert "Shared my idea in the meeting" in person.habit("week")
    person.look()
    assert becomes_true(lambda: person.screen.count() == 0, seconds=20), "the win did not take it off the screen"
    person.stop()
    person.habit("start")
    person.clock.set("2026-11-24 16:00:01")
    person.look()
    assert becomes_true(lambda: person.screen.count() == 1, seconds=20)
    assert len(person.screen.history()) == 1, "it was asked again on the first day"
    assert json.loads(person.habit("streak", "--json"))["at_risk"] is True
    person.stop()
    assert becomes_true(lambda: person.screen.count() == 0), "it left its question on the screen"
