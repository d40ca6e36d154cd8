"""The same scenario on every notification server that runs here: what a person sees, clicks and is told."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.delivery import Delivery, delivery, nudge, replies
from support.live import Live
from support.menu import in_the_menu
from support.real_servers import KINDS, RealServer, real_server

from habit_tracker.desktop.notifications.do_not_disturb import quiet_here
from habit_tracker.desktop.notifications.gesture import gesture_here
from habit_tracker.desktop.notifications.known_servers import known
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.desktop.notifications.server import Server, describe_server

pytestmark = pytest.mark.slow
GESTURES = {
    "dunst": "Middle-click to answer: a left click only closes this",
    "xfce4-notifyd": "Press Answer: a click beside it only closes this",
    "notify-osd": "Answer with: habit ask",
}
"""The others are answered by a click."""


@pytest.fixture(scope="module", params=KINDS)
def whole_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """Each server in turn, of a person in whose menu the program is."""
    folder = tmp_path_factory.mktemp(request.param)
    in_the_menu(folder / ".local/share")
    with real_server(request.param, folder) as found:
        yield found


@pytest.fixture
def server(whole_server: RealServer) -> RealServer:
    """A server with nothing on its screen."""
    assert whole_server.is_empty()
    return whole_server


def shown(server: RealServer, child: Delivery) -> None:
    """The server says that it shows it, and the screen proves it."""
    report = child.report()
    assert report.report == "shown", report
    assert server.shows()


def ended(server: RealServer, child: Delivery) -> None:
    """SIGTERM takes it off the screen."""
    child.process.send_signal(signal.SIGTERM)
    assert child.status() == 0
    assert server.is_empty()


def test_it_is_shown_and_vanishes(server: RealServer, inbox: Path) -> None:
    """When it was answered elsewhere the reminder ends its process."""
    with delivery(nudge(inbox), server.env) as child:
        shown(server, child)
        ended(server, child)


def test_markup_is_text(server: RealServer, inbox: Path) -> None:
    """As markup the two would look alike."""
    pictures: list[bytes] = []
    for body in ("R&D", "<i></i>R&amp;D"):
        with delivery(nudge(inbox, body=body), server.env) as child:
            shown(server, child)
            server.screen.move(5, 300)
            pictures.append(server.picture(str(len(pictures))).read_bytes())
            ended(server, child)
    assert pictures[0] != pictures[1]


def test_what_the_person_is_told_to_do_answers(server: RealServer, live: Live, inbox: Path) -> None:
    """From the click to the reply; then the thanks are shown for five seconds."""
    live.on(server.env)
    name = next(name for name, kind in KINDS.items() if kind is server.kind)
    assert gesture_here().words == GESTURES.get(name, "Click to answer")
    if server.kind.spot is None:
        return
    with delivery(nudge(inbox), server.env) as child:
        shown(server, child)
        server.click(server.kind.spot, server.kind.button)
        server.screen.answer("asked for help")
        reports = [child.report()]
        if reports == [Report("opened")]:  # which zenity cannot say
            reports = [child.report()]
        assert reports == [Report("replied", choice="answer")]
        child.confirm("Day 13", "Logged for Monday 23 November.")
        assert server.shows()
        assert child.status(10) == 0
        assert server.is_empty()
    assert replies(inbox)[0].text == "asked for help"


def test_a_click_that_closes_is_no_answer(server: RealServer, inbox: Path) -> None:
    """Where the body warns of it."""
    if server.kind.closes is None:
        return
    with delivery(nudge(inbox), server.env) as child:
        shown(server, child)
        server.click(server.kind.closes, "left")
        assert child.report() == Report("closed", reason="dismissed")
    assert replies(inbox) == []


def test_it_comes_back_when_the_server_was_restarted(server: RealServer, inbox: Path) -> None:
    """Without anybody's doing."""
    with delivery(nudge(inbox), server.env) as child:
        shown(server, child)
        server.stop()
        assert child.report() == Report("closed", reason="server gone")
        assert server.is_empty()
        server.start()
        shown(server, child)
        ended(server, child)


def test_do_not_disturb_is_kept(server: RealServer, live: Live, inbox: Path) -> None:
    """Nothing is sent while it is on, and it is not taken to be off where nobody tells; the remedy is one."""
    live.on(server.env)
    found = describe_server()
    assert isinstance(found, Server)
    if not server.kind.quiet:
        assert quiet_here().on is None
        return
    assert quiet_here().on is False
    server.run(server.kind.quiet)
    try:
        assert quiet_here().on is True
        with delivery(nudge(inbox), server.env) as child:
            assert child.report() == Report("held", reason="do not disturb is on")
            assert child.status() == 0
        assert server.area() is None
    finally:
        server.run(known(found).loud or server.kind.loud)
    with delivery(nudge(inbox), server.env) as child:
        shown(server, child)
        ended(server, child)
