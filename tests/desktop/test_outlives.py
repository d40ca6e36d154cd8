"""A question outlives its server, its session, and who has shown it: the real reminder on a fake server."""

import os
import signal
from collections.abc import Iterator

import pytest
from support.fake_server import FakeServer, fake_server
from support.processes import becomes_true
from support.sitting import WAIT, Sitting, sitting

from habit_tracker.reminder.bounds import TOO_SOON
from habit_tracker.storage.home import Home


@pytest.fixture
def server(bus: dict[str, str]) -> Iterator[FakeServer]:
    """Shows everything at once."""
    with fake_server(bus) as found:
        yield found


@pytest.fixture
def person(home: Home, bus: dict[str, str], server: FakeServer) -> Iterator[Sitting]:
    """Their question is on the screen."""
    with sitting(home, bus) as found:
        found.start()
        assert found.showings(1)
        yield found


def taken_off(server: FakeServer) -> int:
    """The number of the notification that is closed next."""
    return server.closed.get(timeout=WAIT)


@pytest.mark.slow
def test_it_is_shown_again_after_stop_and_start(person: Sitting, server: FakeServer) -> None:
    """The first is gone by then; the ledger counts, and says so in words."""
    first = server.shown.get(timeout=WAIT).number
    person.habit("stop")
    assert taken_off(server) == first
    person.start()
    assert person.showings(2)
    assert (server.shown.get(timeout=WAIT).title, server.shown.qsize()) == ("One win today?", 0)
    assert "shown 2 times, last 01:" in person.habit("nudges")


@pytest.mark.slow
def test_three_times_are_enough(person: Sitting, server: FakeServer) -> None:
    """A reminder that starts again and again is no reason to ask without end; but "later" is."""
    for times in (2, 3, 3):
        person.habit("stop")
        person.start()
        assert person.showings(times)
    assert server.shown.qsize() == 3
    person.habit("snooze", "1m")
    assert "put off until" in person.habit("nudges")


@pytest.mark.slow
def test_one_that_was_killed_leaves_it_where_it_is(person: Sitting, server: FakeServer) -> None:
    """The next reminder takes it over: there are never two, and a win takes it off the screen."""
    number = server.shown.get(timeout=WAIT).number
    person.kill(person.process)
    person.start()
    person.habit("log", "Shared my idea")
    person.look()
    assert taken_off(server) == number
    assert server.shown.qsize() == 0
    assert [(row["outcome"], row["showings"]) for row in person.rows()] == [("answered", 1)]


@pytest.mark.slow
def test_what_was_taken_over_can_be_answered(person: Sitting, server: FakeServer) -> None:
    """Whoever attends to it still does."""
    number = server.shown.get(timeout=WAIT).number
    person.kill(person.process)
    person.start()
    server.click(number, "skip")
    assert becomes_true(lambda: [row["outcome"] for row in person.rows()] == ["skipped"], WAIT)


@pytest.mark.slow
def test_one_that_nobody_attends_to_is_replaced(person: Sitting, server: FakeServer) -> None:
    """A click on it would do nothing; it leaves the screen before the new one comes."""
    first = server.shown.get(timeout=WAIT).number
    (worker,) = person.workers
    person.kill(person.process)
    person.kill(worker)
    person.start()
    assert taken_off(server) == first
    assert person.showings(2)
    server.click(server.shown.get(timeout=WAIT).number, "skip")
    assert becomes_true(lambda: [row["outcome"] for row in person.rows()] == ["skipped"], WAIT)


@pytest.mark.slow
def test_one_that_is_lost_at_once_comes_back_in_a_minute(person: Sitting, server: FakeServer) -> None:
    """What nobody attends to leaves the screen; there is one notification a minute."""
    first = server.shown.get(timeout=WAIT).number
    (worker,) = person.workers
    person.kill(worker)
    person.look()
    assert taken_off(server) == first
    assert person.waits(TOO_SOON)
    assert "waits to come back (another notification came" in " ".join(person.habit("nudges").split())


@pytest.mark.slow
def test_one_that_was_dismissed_is_not_shown_again_by_the_same_reminder(
    person: Sitting, server: FakeServer
) -> None:
    """Also where it was taken over from one that was killed."""
    number = server.shown.get(timeout=WAIT).number
    person.kill(person.process)
    person.start()
    person.look()
    server.dismiss(number)
    assert becomes_true(lambda: not person.workers)
    person.look()
    person.habit("stop")
    assert server.shown.qsize() == 0


@pytest.mark.slow
def test_answered_meanwhile_it_stays_away(person: Sitting, server: FakeServer) -> None:
    """By a win from the shell, while no reminder runs."""
    person.habit("stop")
    person.habit("log", "Shared my idea")
    person.start()
    person.look()
    person.habit("stop")
    assert server.shown.qsize() == 1


@pytest.mark.slow
def test_a_server_that_falls_again_and_again_gets_it_three_times(
    person: Sitting, server: FakeServer, bus: dict[str, str]
) -> None:
    """The question goes with the third; a new start does not bring it back."""
    server.die()
    for times in (2, 3):
        with fake_server(bus) as other:
            assert person.showings(times)
            assert other.shown.get(timeout=WAIT).title == "One win today?"
    with fake_server(bus) as last:
        assert becomes_true(lambda: not person.workers, WAIT)
        person.habit("stop")
        person.start()
        person.look()
        assert person.rows()[0]["showings"] == 3
        assert last.shown.qsize() == 0


@pytest.mark.slow
def test_a_worker_outlives_the_death_of_its_reminder_only_as_long_as_its_question(
    person: Sitting, server: FakeServer
) -> None:
    """SIGTERM, as a session's end sends it, takes the question off the screen and leaves no note."""
    number = server.shown.get(timeout=WAIT).number
    person.kill(person.process)
    (worker,) = person.workers
    os.kill(worker, signal.SIGTERM)
    assert taken_off(server) == number
    assert becomes_true(lambda: not list(person.home.inbox.glob("*.on-screen")))
