"""Requests, reports and confirmations survive the pipe."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.delivery import nudge

from habit_tracker.desktop.notifications.messages import Confirmation, Report, Request

UNTIL = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "changes", [{}, {"until": UNTIL, "hint": 'שלום 🎉\n"x"'}, {"buttons": False, "dark": True}]
)
def test_a_request_comes_back_as_it_was(changes: dict[str, object]) -> None:
    """One line of ASCII holds all of it."""
    request = nudge(Path("inbox"), **changes)
    line = request.to_json()
    assert line.isascii()
    assert "\n" not in line
    assert Request.from_json(line) == request


def test_a_report_says_only_what_it_has_to_say() -> None:
    """Fields that say nothing stay away."""
    report = Report("shown", channel="dunst 1.9.0")
    assert report.to_json() == '{"report": "shown", "channel": "dunst 1.9.0"}'
    assert Report.from_json(report.to_json()) == report


def test_a_confirmation_comes_back_as_it_was() -> None:
    """It is the object under "confirm"."""
    words = Confirmation("Day 13", "Well done")
    assert words.to_json() == '{"confirm": {"title": "Day 13", "body": "Well done"}}'
    assert Confirmation.from_json(words.to_json()) == words
