"""A server that goes while a question is on the screen, and what comes after it."""

import signal
from contextlib import ExitStack
from pathlib import Path

from support.delivery import delivery, nudge, replies
from support.fake_server import fake_server
from support.processes import becomes_true
from support.session_bus import session_bus

from habit_tracker.desktop.notifications.messages import Report

GONE = Report("closed", reason="server gone")


def shown(name: str = "fake") -> Report:
    """What is said when it is on the screen of that server."""
    return Report("shown", channel=f"{name} 1.0")


def test_the_question_comes_back_with_the_next_server(bus: dict[str, str], inbox: Path) -> None:
    """As a new notification, in the way of that server, once for each start; and can be answered there."""
    with fake_server(bus) as first, delivery(nudge(inbox), bus) as child, ExitStack() as stack:
        assert child.report() == shown()
        first.die()
        assert child.report() == GONE
        for name in ("mako", "dunst"):
            server = stack.enter_context(fake_server(bus, name=name))
            assert child.report() == shown(name)
            seen = server.shown.get(timeout=5)
            assert (seen.replaces, seen.title, server.shown.qsize()) == (0, "Your win?", 0)
            if name == "mako":
                server.die()
                assert child.report() == GONE
        server.click(seen.number, "skip")
        assert child.report() == Report("replied", choice="skip")
    assert [reply.choice for reply in replies(inbox)] == ["skip"]


def test_a_server_that_is_replaced_is_a_server_that_is_gone(bus: dict[str, str], inbox: Path) -> None:
    """The old one may live on without its name: it is believed no more."""
    with fake_server(bus, yields=True) as old, delivery(nudge(inbox), bus) as child:
        assert child.report() == shown()
        number = old.shown.get(timeout=5).number
        with fake_server(bus, name="other", takes=True) as new:
            assert child.report() == GONE
            assert child.report() == shown("other")
            old.click(number, "skip")
            new.click(new.shown.get(timeout=5).number, "later")
            assert child.report() == Report("replied", choice="later")


def test_a_question_that_was_dismissed_stays_away(bus: dict[str, str], inbox: Path) -> None:
    """Whatever becomes of the server."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == shown()
        server.dismiss(server.shown.get(timeout=5).number)
        server.die()
        assert child.report() == Report("closed", reason="dismissed")
        assert child.status() == 0


def test_a_question_without_a_reminder_goes_with_its_server(bus: dict[str, str], inbox: Path) -> None:
    """The next reminder asks, and not both."""
    with fake_server(bus) as first, delivery(nudge(inbox), bus) as child:
        assert child.report() == shown()
        assert child.process.stdin is not None
        child.process.stdin.close()
        first.die()
        assert child.report() == GONE
        with fake_server(bus) as second:
            assert child.report() == Report("closed", reason="by us")
            assert child.status() == 0
            assert second.shown.qsize() == 0


def test_the_next_server_is_not_disturbed(bus: dict[str, str], inbox: Path) -> None:
    """It gets nothing while it is quiet; waiting for it ends with SIGTERM."""
    with fake_server(bus) as first, delivery(nudge(inbox), bus) as child:
        assert child.report() == shown()
        first.die()
        assert child.report() == GONE
        with fake_server(bus, properties={"Inhibited": True}) as quiet:
            assert becomes_true(lambda: "Get" in quiet.calls)
            child.process.send_signal(signal.SIGTERM)
            assert child.status() == 0
            assert quiet.shown.qsize() == 0


def test_the_thanks_are_said_by_the_next_server(bus: dict[str, str], inbox: Path) -> None:
    """Where the one that showed the question went between the reply and its confirmation."""
    with fake_server(bus) as first, delivery(nudge(inbox), bus) as child:
        assert child.report() == shown()
        first.click(first.shown.get(timeout=5).number, "skip")
        assert child.report() == Report("replied", choice="skip")
        first.die()
        with fake_server(bus, name="other") as second:
            child.confirm("Day 13", "Well done")
            assert second.shown.get(timeout=5).title == "Day 13"


def test_without_a_session_it_ends(tmp_path: Path, inbox: Path) -> None:
    """The person has logged out: the reminder of the next session asks again."""
    (tmp_path / "session").mkdir()
    with ExitStack() as session:
        env = session.enter_context(session_bus(tmp_path / "session"))
        with fake_server(env) as server, delivery(nudge(inbox), env) as child:
            assert child.report() == shown()
            server.die()
            assert child.report() == GONE
            session.close()
            assert child.report() == Report("closed", reason="session gone")
            assert child.status() == 0
