"""What a process that was killed has left on the screen is found by its note."""

import json
import os
import queue
from datetime import date
from pathlib import Path

import pytest
from support.delivery import delivery, nudge
from support.fake_server import fake_server
from support.live import Live

from habit_tracker.desktop.notifications.left import ENDING, left_in
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.reminder.screen import Desktop

KEY = NudgeKey(date(2026, 11, 23), DAILY)


class Heard(list[tuple[NudgeKey, Report]]):
    """What a screen reports."""

    def hear(self, key: NudgeKey, report: Report) -> None:
        """Remember it."""
        self.append((key, report))


def test_what_is_attended_to_is_taken_over_once(bus: dict[str, str], inbox: Path, live: Live) -> None:
    """And can be closed like any other."""
    live.on(bus)
    with fake_server(bus) as server, delivery(nudge(inbox), bus) as child:
        assert child.report() == Report("shown", channel="fake 1.0")
        number = server.shown.get(timeout=5).number
        heard = Heard()
        screen = Desktop(heard.hear, inbox)
        assert (screen.adopt(), screen.adopt(), heard) == ([KEY], [], [])
        screen.keep_only([KEY])
        screen.keep_only([])
        assert server.closed.get(timeout=5) == number
        assert child.status() == 0


def test_a_sample_leaves_no_note(bus: dict[str, str], inbox: Path) -> None:
    """It is no question that came due."""
    with fake_server(bus), delivery(nudge(inbox, sample=True), bus) as child:
        assert child.report() == Report("shown", channel="fake 1.0")
        assert list(left_in(inbox)) == []


@pytest.mark.parametrize("text", ["", "odd", "[]", '{"day": "2026-11-23"}', "\xff"])
def test_what_is_no_note_is_passed_over(inbox: Path, text: str) -> None:
    """Whoever wrote it."""
    inbox.mkdir()
    (inbox / f"7{ENDING}").write_text(text, encoding="latin-1")
    assert list(left_in(inbox)) == []


def test_a_notification_of_an_earlier_bus_is_left_alone(bus: dict[str, str], inbox: Path, live: Live) -> None:
    """The server that is called the same today has other notifications under its numbers."""
    live.on(bus)
    inbox.mkdir()
    note = {"day": "2026-11-23", "prompt": "daily", "occurrence": 1, "process": os.getpid(), "number": 1}
    with fake_server(bus) as server:
        for unique in [f":1.{number}" for number in range(20)]:
            path = inbox / f"7{ENDING}"
            path.write_text(json.dumps(note | {"server": f"0123456789abcdef {unique}"}))
            heard = Heard()
            assert Desktop(heard.hear, inbox).adopt() == []
            assert heard == [(KEY, Report("closed", reason="process gone"))]
            assert not path.exists()
        with pytest.raises(queue.Empty):
            server.closed.get(timeout=0.1)
