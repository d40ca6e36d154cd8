"""From the question that the reminder shows, through mouse and keyboard, to the win in the database."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from support.desktop import Desktop
from support.moments import zone_at_one
from support.processes import becomes_true
from support.program import habit

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.progress.win import Win
from habit_tracker.reminder.lock import running
from habit_tracker.storage import journal, ledger
from habit_tracker.storage.database import Database
from habit_tracker.storage.view import begin


class Person:
    """Somebody at their desktop, at one in the morning."""

    def __init__(self, screen: Desktop, database: Database) -> None:
        self.screen = screen
        self.database = database
        self.env = {**screen.env, "TZ": zone_at_one()}
        self.today = datetime.now(ZoneInfo(self.env["TZ"])).date()

    def habit(self, *words: str) -> str:
        """What `habit WORDS...` prints."""
        found = habit(*words, env=self.env)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def asked(self) -> None:
        """The reminder runs, and its question has come."""
        self.habit("start")
        assert becomes_true(lambda: self.screen.count() == 1, 20)

    def open(self) -> None:
        """Click on the notification, and wait for the window."""
        self.screen.click()
        self.screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished", "windowfocus")

    def wins(self) -> list[Win]:
        """All wins, newest first."""
        with self.database.reading() as connection:
            return journal.between(connection, date.min, date.max)

    def nudges(self) -> list[tuple[date, int, Outcome]]:
        """What the ledger says."""
        with self.database.reading() as connection:
            return [(nudge.day, nudge.snoozes, nudge.outcome) for nudge in ledger.recent(connection, self.today)]

    def shown(self) -> list[str]:
        """The titles that were on the screen, newest first."""
        self.screen.run("dunstctl", "close-all")
        assert becomes_true(lambda: self.screen.count() == 0)
        return [one["summary"] for one in self.screen.history()]


@pytest.fixture
def person(screen: Desktop, database: Database) -> Iterator[Person]:
    """The person; at the end no reminder of theirs."""
    found = Person(screen, database)
    found.habit("plan", "--at", "00:00")
    yield found
    if left := running(database.home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def test_a_click_a_sentence_and_return_make_a_win(person: Person) -> None:
    """It has the nudge's day and every letter, and is followed by its thanks."""
    person.asked()
    person.open()
    person.screen.type_text("Asked for help 🎉")
    person.screen.press("Return")
    assert becomes_true(lambda: person.nudges() == [(person.today, 0, Outcome.ANSWERED)])
    (win,) = person.wins()
    assert (win.day, win.text, win.source, win.zone) == (
        person.today,
        "Asked for help 🎉",
        "nudge",
        person.env["TZ"],
    )
    assert becomes_true(lambda: person.screen.count() == 1)
    assert person.shown() == ["Day 1", "One win today?"]


@pytest.mark.slow
@pytest.mark.parametrize("by", ["notification", "window"])
@pytest.mark.parametrize(("button", "key", "after"), [
    ("Later", "alt+l", [Outcome.WAITING]),
    ("Not today", "alt+n", [Outcome.SKIPPED]),
])  # fmt: skip
def test_later_and_not_today(person: Person, by: str, button: str, key: str, after: list[Outcome]) -> None:
    """By the buttons of the notification and by the keys of the window."""
    person.asked()
    if by == "window":
        person.open()
        person.screen.press(key)
    else:
        person.screen.choose(button)
    assert becomes_true(lambda: [outcome for _, _, outcome in person.nudges()] == after)
    assert person.wins() == []
    assert becomes_true(lambda: person.screen.count() == 0, 15)


@pytest.mark.slow
def test_after_midnight_the_answer_belongs_to_the_day_that_was_asked_about(person: Person) -> None:
    """The question of yesterday, which could not be shown in time, is answered for yesterday."""
    yesterday = person.today - ONE_DAY
    person.habit("plan", "--at", "23:00")
    with person.database.noting() as connection:
        begin(connection, yesterday, datetime.now(UTC))
        due = datetime.combine(yesterday, datetime.min.time(), UTC).replace(hour=23)
        ledger.write(connection, [Nudge(NudgeKey(yesterday, DAILY), due, reason="do not disturb is on")])
    person.asked()
    person.open()
    person.screen.type_text("late")
    person.screen.press("Return")
    assert becomes_true(lambda: person.nudges() == [(yesterday, 0, Outcome.ANSWERED)])
    assert [(win.day, win.text) for win in person.wins()] == [(yesterday, "late")]
    assert becomes_true(lambda: person.screen.count() == 1)
    assert person.shown() == ["Day 1", "One win for yesterday?"]


@pytest.mark.slow
def test_answered_twice_keeps_both_texts(person: Person) -> None:
    """In the window and, while it is open, in the shell: two wins of one day.

    Nobody attends to the window any more once its question is off the screen: the next look stores what it kept.
    """
    person.asked()
    person.open()
    person.screen.type_text("in the wind")
    assert "Day 1" in person.habit("log", "in the shell")
    person.screen.type_text("ow")
    person.screen.press("Return")
    assert becomes_true(lambda: len(person.wins()) == 2, 40)
    assert {(win.day, win.text) for win in person.wins()} == {
        (person.today, "in the shell"),
        (person.today, "in the window"),
    }
    assert "1 day and counting" in person.habit("streak")


class Asking:
    """`habit ask` under way, in its window."""

    def __init__(self, person: Person) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "habit_tracker", "ask"],
            env={**os.environ, **person.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._screen = person.screen

    def presses(self, *keys: str, seen: str = "") -> str:
        """What it prints once *keys* were pressed in the window, and *seen* was there to be read."""
        self._screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished", "windowfocus")
        self._screen.press(*keys)
        assert becomes_true(lambda: seen in self._screen.windows())
        said, _ = self._process.communicate(timeout=20)
        assert self._process.returncode == 0
        return said


@pytest.mark.slow
def test_ask_opens_the_window_at_once(person: Person) -> None:
    """It says what was stored and what that did, and a question on the screen is answered by it."""
    person.asked()
    said = Asking(person).presses("o", "k", "Return", seen='"Day 1"')
    assert said.startswith("Logged for today, ")
    assert said.endswith("(win 1): ok\nDay 1: your first streak begins.\n")
    assert person.nudges() == [(person.today, 0, Outcome.ANSWERED)]
    assert becomes_true(lambda: person.screen.count() == 0, 15), "the question is still on the screen"


@pytest.mark.slow
def test_ask_says_that_nothing_was_logged(person: Person) -> None:
    """Escape; and where no question is open, there is none to put off."""
    person.habit("plan", "--at", "23:00")
    assert Asking(person).presses("alt+l", "Escape") == "Nothing was logged.\n"
    assert person.wins() == []


@pytest.mark.slow
@pytest.mark.parametrize(("key", "said", "after"), [
    ("alt+l", "You are asked again at 0", [Outcome.WAITING]),
    ("alt+n", "Nothing more is asked today.", [Outcome.SKIPPED]),
])  # fmt: skip
def test_ask_can_put_the_question_off(person: Person, key: str, said: str, after: list[Outcome]) -> None:
    """The one that is open, and says until when."""
    person.asked()
    assert Asking(person).presses(key).startswith(said)
    assert [outcome for _, _, outcome in person.nudges()] == after
