"""The first `habit start` on a terminal."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from support.desktop import Desktop
from support.processes import becomes_true
from support.program import habit
from support.terminal import typed

from habit_tracker.domain.days.plan import WEEKDAYS, Plan
from habit_tracker.reminder.lock import running
from habit_tracker.storage import journal, ledger, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

TITLE = "One win today?"
FAR_FROM_MIDNIGHT = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
"""Here it is noon, or a little later."""


@pytest.fixture(autouse=True)
def at_noon(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    """The day of a person for whom it is about noon; at the end no reminder of theirs."""
    monkeypatch.setenv("TZ", FAR_FROM_MIDNIGHT)
    yield datetime.now(ZoneInfo(FAR_FROM_MIDNIGHT)).date()
    if left := running(home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def planned(database: Database) -> list[Plan]:
    """The plans that are stored."""
    with database.reading() as connection:
        return plans.all_plans(connection)


@pytest.mark.slow
def test_return_takes_what_is_proposed(screen: Desktop, database: Database, at_noon: date) -> None:
    """Then a first question is on the screen, which can be answered and which the ledger does not have."""
    status, shown = typed("start", text="\n\n", env=screen.env)
    assert (status, planned(database)) == (0, [Plan.daily(at_noon)])
    assert "You are asked next: today," in shown
    assert "\nClick to answer." in shown
    assert all(re.search(rf"\n  \S*habit {command}", shown) for command in ("log", "week", "doctor"))
    assert screen.count() == 1
    screen.click()
    screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "accomplished", "windowfocus")
    screen.type_text("I began")
    screen.press("Return")
    assert becomes_true(lambda: list(database.home.inbox.glob("*.json")))
    assert "I began" in habit("wins").stdout
    assert screen.history()[-1]["summary"] == TITLE
    with database.reading() as connection:
        assert ledger.recent(connection, at_noon) == []
        assert [win.day for win in journal.between(connection, date.min, date.max)] == [at_noon]


def test_what_is_typed_is_the_plan(database: Database, at_noon: date) -> None:
    """And what makes no sense is asked again; without a desktop nothing is shown."""
    status, shown = typed("start", text="5 past\n5pm\nmon-fri\n")
    assert (status, planned(database)) == (0, [Plan.daily(at_noon, time(17), WEEKDAYS)])
    assert "is not a time of day" in shown
    assert "on your screen" not in shown


@pytest.mark.slow
def test_it_is_asked_once(database: Database) -> None:
    """Never again, not where there is a plan, and not without a terminal."""
    assert "At what time" not in habit("start", text="\n\n").stdout
    assert planned(database) == []
    habit("stop")
    habit("plan", "--at", "16:00")
    assert "At what time" not in typed("start", text="\n\n")[1]


@pytest.mark.slow
def test_a_question_that_comes_at_once_is_not_shown_twice(screen: Desktop, database: Database) -> None:
    """The real one is what to expect."""
    status, shown = typed("start", text="00:01\n\n", env=screen.env)
    assert (status, "You are asked next: now" in shown) == (0, True)
    assert becomes_true(lambda: screen.count() == 1, 20)
    habit("stop")
    screen.run("dunstctl", "close-all")
    assert becomes_true(lambda: screen.count() == 0)
    assert [one["summary"] for one in screen.history()] == [TITLE]
