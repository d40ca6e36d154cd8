"""The real reminder and a notification server of its own ways: what is answered there, and what goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from support.clocked import Clocked
from support.fake_server import fake_server
from support.faketime import FakeClock
from support.processes import becomes_true

from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

MONDAY = "2026-11-23"
pytestmark = pytest.mark.slow
Beginning = Callable[..., Clocked]


@pytest.fixture
def begin(bus: dict[str, str], home: Home, tmp_path: Path) -> Iterator[Beginning]:
    """A reminder in Berlin, due at 17:00, with a server of those settings."""
    clock = FakeClock(tmp_path)
    with ExitStack() as stack:

        def begun(**settings: Any) -> Clocked:
            server = stack.enter_context(fake_server(bus, **settings))
            found = Clocked(server, home, bus, clock, "Europe/Berlin")
            stack.callback(found.end)
            found.start(f"{MONDAY} 16:00:01")
            return found

        yield begun


def texts(database: Database) -> list[str]:
    """What Monday's wins say."""
    with database.reading() as connection:
        days = journal.days(connection)
        return [win.text for win in journal.between(connection, days[0], days[-1])] if days else []


def test_a_reply_typed_into_the_notification(begin: Beginning, database: Database) -> None:
    """It is stored directly, for the day of the nudge, and thanked for in the same place."""
    person = begin(abilities=("body", "actions", "inline-reply"))
    question = person.server.shown.get(timeout=20)
    person.expect(MONDAY)
    person.server.reply(question.number, "done 🎉")
    person.expect(MONDAY, "answered")
    assert texts(database) == ["done 🎉"]
    thanks = person.server.shown.get(timeout=20)
    assert (thanks.replaces, thanks.title) == (question.number, "Day 1")


def test_a_server_that_dies_while_the_question_is_up(begin: Beginning, database: Database) -> None:
    """The nudge was shown; a win in the shell answers it, and the reminder goes on."""
    person = begin()
    person.server.shown.get(timeout=20)
    person.expect(MONDAY)
    person.server.die()
    person.habit("log", "done in the shell")
    person.set(f"{MONDAY} 16:05:00")
    person.expect(MONDAY, "answered")
    assert texts(database) == ["done in the shell"]


def test_a_server_that_hangs(begin: Beginning) -> None:
    """Nothing counts as shown; it is tried again, and shown once the server is itself."""
    person = begin(hangs=("Notify",))
    assert person.server.called.wait(20)
    assert becomes_true(lambda: "does not answer" in person.reason(MONDAY), seconds=30)
    assert person.outcome(MONDAY) == "waiting"
    person.server._hangs = ()
    person.set(f"{MONDAY} 16:10:00")
    person.expect(MONDAY, seconds=90)  # it may have shown the first: the next is a minute away, by any clock
    assert person.server.shown.qsize() == 1
