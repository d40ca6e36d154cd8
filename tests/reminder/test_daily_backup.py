"""The daily copy, made by the reminder along the way."""

import logging
from collections.abc import Container
from datetime import timedelta

import pytest
from support.moments import moment
from support.wins import NOW, log

from habit_tracker.desktop.busy import Busy
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.reminder.daily_backup import PAUSE, DailyBackup
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.storage.backup import backups
from habit_tracker.storage.database import Database

LOGGER = logging.getLogger("test")


def test_each_day_has_its_copy(database: Database) -> None:
    """However often the reminder looks."""
    log(database)
    daily = DailyBackup(database.home, LOGGER)
    for hours in range(0, 48, 6):
        daily.look(NOW + timedelta(hours=hours))
    names = sorted(path.name for path in database.home.backups.glob("*.db"))
    assert names == ["daily-2026-11-23.db", "daily-2026-11-24.db", "daily-2026-11-25.db"]


class NoScreen:
    """A screen that shows nothing."""

    def unavailable_reason(self) -> str | None:
        """Why nothing can be shown."""
        return "there is no screen"

    def busy(self, *, engaged: bool) -> Busy | None:
        """Nobody is."""

    def adopt(self) -> tuple[()]:
        """Nothing was left."""
        return ()

    def show(self, request: Request) -> None:
        """Never called: there is no screen."""

    def confirm(self, key: NudgeKey, thanks: Confirmation) -> None:
        """Nobody sees it."""

    def keep_only(self, keys: Container[NudgeKey]) -> None:
        """Nothing is there."""


def test_the_reminder_makes_it_at_its_first_look(database: Database) -> None:
    """Whether anything can be shown or not."""
    log(database)
    Reminder(database, NoScreen(), LOGGER).look(moment("2026-11-23 14:00"))
    assert [path.name for path in database.home.backups.glob("*.db")] == ["daily-2026-11-23.db"]


def test_what_goes_wrong_is_logged_and_not_tried_at_every_look(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """The question must come; the copy waits an hour for better times."""
    log(database)
    database.home.backups.write_text("a file where the folder should be")
    daily = DailyBackup(database.home, LOGGER)
    for seconds in range(0, 300, 30):
        daily.look(NOW + timedelta(seconds=seconds))
    assert [record.message[:17] for record in caplog.records] == ["No copy was made:"]
    database.home.backups.unlink()
    daily.look(NOW + PAUSE)
    assert backups.latest(database.home) is not None


def test_a_clock_that_was_ahead_does_not_put_it_off(database: Database) -> None:
    """A pause that would last for years is none."""
    log(database)
    database.home.backups.write_text("a file where the folder should be")
    daily = DailyBackup(database.home, LOGGER)
    daily.look(NOW + timedelta(days=365))
    database.home.backups.unlink()
    daily.look(NOW)
    assert backups.latest(database.home) is not None
