"""A reminder with a screen of its own, and its ledger."""

import logging
from datetime import date, time

from support.moments import moment
from support.screens import FakeScreen
from support.wins import NOW

from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.nudges.prompt import Prompt
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.storage import journal, ledger, plans
from habit_tracker.storage.database import Database

MONDAY = date(2026, 11, 23)


class Bench:
    """A reminder with all that it works on."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.screen = FakeScreen()
        self.restart()
        with database.noting() as connection:
            plans.save(connection, Plan.daily(date(2026, 1, 1), time(17)), MONDAY, NOW)

    def restart(self) -> None:
        """A new process after one that was killed: nothing is remembered but the database."""
        self.screen.outlive()
        self.reminder = Reminder(self.database, self.screen, logging.getLogger("test"))
        self.screen.hear = self.reminder.hear

    def look(self, *times: str) -> list[Prompt]:
        """Look at these times of Monday; the kinds of what was shown by then."""
        for clock in times:
            self.reminder.look(moment(f"2026-11-23 {clock}"))
        return [request.key.prompt for request in self.screen.shown]

    def log(self) -> None:
        """Log a win for Monday, from a shell."""
        with self.database.noting() as connection:
            journal.log(connection, "a win", MONDAY, moment("2026-11-23 12:00").now, "UTC")

    def rows(self) -> list[tuple[Prompt, Outcome, str | None]]:
        """The ledger, in short."""
        with self.database.reading() as connection:
            return [(nudge.prompt, nudge.outcome, nudge.reason) for nudge in ledger.recent(connection, MONDAY)]
