"""Lives that begin with a clock that is years off: the ledger has the days that were lived, and no others."""

import json
import logging
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from conftest import Habit
from support.screens import FakeScreen
from support.simulation import due

from habit_tracker.clock import Moment
from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.storage import ledger
from habit_tracker.storage.database import Database

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2026, 3, 2)
DAYS = 6
WRONG = [date(1970, 1, 1), date(2009, 6, 1), date(2035, 6, 1), date(2190, 1, 1)]


class Life:
    """A person who is asked at five; the computer is on at that time, each day."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.screen = FakeScreen()
        self.boot()

    def boot(self) -> None:
        """The computer starts, and the reminder with it."""
        self.reminder = Reminder(self.database, self.screen, logging.getLogger("life"), lambda: False)
        self.screen.hear = self.reminder.hear
        self.up = 0.0

    def look(self, day: date, clock: time, up: float = 30.0) -> None:
        """Look at that moment, the computer *up* for so many seconds more."""
        self.up += up
        now = due(day, clock, BERLIN)
        for _ in range(2):
            self.reminder.look(Moment(now, BERLIN, BERLIN.key, uptime=self.up))

    def rows(self, first: date = date.min) -> list[tuple[date, Outcome]]:
        """What the ledger says."""
        with self.database.reading() as connection:
            return [(nudge.day, nudge.outcome) for nudge in ledger.since(connection, first)]


def lived(life: Life) -> None:
    """Some days with a clock that is right, of which the reminder is sure after ten minutes."""
    life.look(FIRST, time(16))
    life.look(FIRST, time(16, 30), 1800)
    for number in range(DAYS):
        life.look(FIRST + timedelta(days=number), time(17, 1), 86_400 if number else 1860)


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG, ids=str)
@pytest.mark.parametrize(
    ("looked_at", "restarted"), [(time(9), False), (time(18), True)], ids=["too soon to ask", "asked, restarted"]
)
def test_the_ledger_has_the_days_that_were_lived(
    database: Database, wrong: date, looked_at: time, restarted: bool
) -> None:
    """And the one that the wrong clock asked for, if it came to that."""
    life = Life(database)
    life.look(wrong, looked_at)
    if restarted:
        life.boot()
    lived(life)
    days = [day for day, outcome in life.rows() if day != wrong]
    assert days == [FIRST + timedelta(days=number) for number in range(DAYS)]
    assert Outcome.MISSED not in [outcome for day, outcome in life.rows(FIRST) if day != wrong]


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_what_the_views_say_is_true(database: Database, habit: Habit, wrong: date) -> None:
    """Also where the plan and a win were made by that clock; the doctor names the win and what moves it."""
    at = f"{wrong} 18:00"
    assert habit("plan", "--at", "17:00", at=at).exit_code == 0
    assert habit("log", "by a wrong clock", at=at).exit_code == 0
    life = Life(database)
    life.look(wrong, time(18))
    lived(life)
    today = FIRST + timedelta(days=DAYS - 1)
    now = f"{today} 18:00"
    assert habit("log", "by a clock that is right", at=now).exit_code == 0
    nudges = json.loads(habit("nudges", "--from", str(FIRST), "--json", at=now).stdout)
    assert len([row for row in nudges if row["day"] >= str(FIRST)]) == DAYS
    assert "Day 1" in habit("streak", at=now).stdout or "1 day" in habit("streak", at=now).stdout
    said = habit("doctor", "--json", at=now).stdout
    (days,) = [check for check in json.loads(said)["checks"] if check["name"] == "days"]
    assert f"win 1 of {wrong}" in days["words"]
    assert days["mend"] == f"habit edit 1 --on {today}"
    assert habit(*days["mend"].split()[1:], at=now).exit_code == 0
    said = habit("doctor", "--json", at=now).stdout
    assert [check["state"] for check in json.loads(said)["checks"] if check["name"] == "days"] == ["ok"]
