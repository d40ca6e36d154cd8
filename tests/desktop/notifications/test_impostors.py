"""Other programs of the session cannot answer, skip or silence a question in the server's place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.delivery import Delivery, delivery, nudge, replies
from support.fake_server import FakeServer, fake_server
from support.impostor import Impostor, impostor

from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.desktop.notifications.waiting import plainly

pytestmark = pytest.mark.slow

BUS = {"interface": "org.freedesktop.DBus", "path": "/org/freedesktop/DBus"}
NAME = "org.freedesktop.Notifications"
FORGERIES: dict[str, Callable[[Impostor, int], None]] = {
    "skip": lambda other, number: other.signal("ActionInvoked", "us", number, "skip"),
    "open": lambda other, number: other.signal("ActionInvoked", "us", number, "default"),
    "win": lambda other, number: other.signal("NotificationReplied", "us", number, "forged"),
    "close": lambda other, number: other.signal("NotificationClosed", "uu", number, 2),
    "call": lambda other, number: other.call("ActionInvoked", "us", number, "skip"),
    "typed": lambda other, number: other.call("NotificationReplied", "us", number, "forged"),
    "gone": lambda other, _: other.signal("NameOwnerChanged", "sss", NAME, ":1.1", "", **BUS),
    "moved": lambda other, _: other.signal("NameOwnerChanged", "sss", NAME, "", ":1.1", **BUS),
    "answer": lambda other, number: other.reply("u", number + 5),
}


def is_silent(child: Delivery) -> None:
    """It has nothing to report of what it has heard."""
    assert child.lines.next(plainly, 0.3) is None
    assert not child.lines.ended


def still_listens(server: FakeServer, child: Delivery, number: int) -> None:
    """Nothing before was believed, and the true server is."""
    is_silent(child)
    server.click(number, "later")
    assert child.report() == Report("replied", choice="later")


@pytest.mark.parametrize("forgery", FORGERIES)
def test_only_the_server_is_believed(bus: dict[str, str], inbox: Path, forgery: str) -> None:
    """Neither a signal to all, nor a directed one, nor a method call by the name of one."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child, impostor(bus) as other:
        assert child.report() == Report("shown", channel="fake 1.0")
        number = server.shown.get(timeout=5).number
        FORGERIES[forgery](other, number)
        still_listens(server, child, number)
    assert [reply.choice for reply in replies(inbox)] == ["later"]


@pytest.mark.parametrize("wrong", [{"path": "/elsewhere"}, {"interface": "org.example.Notifications"}])
def test_the_server_is_believed_only_where_it_speaks_as_one(
    bus: dict[str, str], inbox: Path, wrong: dict[str, str]
) -> None:
    """A program may be more than a notification server."""
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == Report("shown", channel="fake 1.0")
        number = server.shown.get(timeout=5).number
        server.emit("ActionInvoked", "us", number, "skip", **wrong)
        still_listens(server, child, number)


def test_a_forged_answer_does_not_make_a_notification_shown(bus: dict[str, str], inbox: Path) -> None:
    """It is awaited from the server alone."""
    hangs = ("Notify",)
    with fake_server(bus, hangs=hangs) as server, delivery(nudge(inbox), bus) as child, impostor(bus) as other:
        assert server.called.wait(5)
        other.reply("u", 99)
        is_silent(child)
        server.answer_late()
        assert child.report() == Report("shown", channel="fake 1.0")
        still_listens(server, child, server.shown.get(timeout=5).number)
