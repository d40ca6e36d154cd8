"""plyer, which works everywhere and knows nothing: what it shows, and what it is spared."""

from pathlib import Path

import pytest
from support.delivery import delivery, nudge
from support.desktop import Desktop
from support.fake_server import fake_server
from support.processes import becomes_true, need

from habit_tracker.desktop.notifications.messages import Report

HOW = "\nAnswer with: habit ask."
FORCED = {"HABIT_TRACKER_CHANNEL": "plyer"}
TEXTS = [
    (("Your win?", "Day 12"), ("Your win?", f"Day 12{HOW}")),
    (("-5", "-h"), (" -5", f" -h{HOW}")),
    (("", ""), ("Habit tracker", HOW.strip())),
    (("a\nb", "C:\\new & <b>"), ("a b", f"C:\\new &amp; &lt;b&gt;{HOW}")),
    (("x\0y\ud800z", "🎉" * 200), ("xyz", "🎉" * 115 + f"…{HOW}")),
]


@pytest.mark.parametrize(("written", "seen"), TEXTS, ids=range(len(TEXTS)))
def test_plyer_shows_it_and_says_sent(
    screen: Desktop, inbox: Path, written: tuple[str, str], seen: tuple[str, str]
) -> None:
    """On a real server, with texts that plyer alone would lose, and how to answer; never "shown"."""
    need("notify-send")
    with delivery(nudge(inbox, title=written[0], body=written[1]), screen.env | FORCED) as child:
        assert child.report() == Report("sent", channel="plyer")
        assert child.status() == 0
    assert becomes_true(lambda: screen.count() == 1)
    screen.run("dunstctl", "close-all")
    assert [(one["summary"], one["body"]) for one in screen.history()] == [seen]


def test_without_a_server_plyer_is_not_even_asked(bus: dict[str, str], inbox: Path) -> None:
    """It would say that all went well."""
    with delivery(nudge(inbox), bus | FORCED) as child:
        assert child.report() == Report("failed", reason="no notification server answers on the session bus")


def test_without_its_program_it_fails(bus: dict[str, str], inbox: Path, tmp_path: Path) -> None:
    """plyer on Linux is a way to call notify-send."""
    with fake_server(bus), delivery(nudge(inbox), bus | FORCED | {"PATH": str(tmp_path)}) as child:
        assert child.report() == Report("failed", reason="the program notify-send is not installed")


@pytest.mark.slow
def test_a_server_that_hangs_does_not_hang_us(bus: dict[str, str], inbox: Path) -> None:
    """plyer alone would wait for 75 seconds."""
    need("notify-send")
    with fake_server(bus, hangs=("Notify",)), delivery(nudge(inbox), bus | FORCED) as child:
        assert child.report(12) == Report("failed", "plyer", "the notification was not taken in time")
        assert child.status() == 0


def test_without_the_bus_library_plyer_does_it(screen: Desktop, inbox: Path, tmp_path: Path) -> None:
    """Nobody can be asked then whether it will be seen."""
    need("notify-send")
    (tmp_path / "jeepney.py").write_text("raise ImportError('no jeepney here')\n")
    env = screen.env | {"PYTHONPATH": f"{tmp_path}:{screen.env['PYTHONPATH']}"}
    with delivery(nudge(inbox), env) as child:
        assert child.report() == Report("sent", channel="plyer")
