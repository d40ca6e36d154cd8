"""The daily copy, made by the reminder along the way."""

import logging
from datetime import timedelta

import pytest
from support.wins import NOW, log

from habit_tracker.reminder.daily_copy import PAUSE, DailyCopy
from habit_tracker.storage import backups
from habit_tracker.storage.database import Database

LOGGER = logging.getLogger("test")


def test_each_day_has_its_copy(database: Database) -> None:
    """However often the reminder looks."""
    log(database)
    daily = DailyCopy(database.home, LOGGER)
    for hours in range(0, 48, 6):
        daily.look(NOW + timedelta(hours=hours))
    names = sorted(path.name for path in database.home.backups.iterdir())
    assert names == ["daily-2026-11-23.db", "daily-2026-11-24.db", "daily-2026-11-25.db"]


def test_what_goes_wrong_is_logged_and_not_tried_at_every_look(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """The question must come; the copy waits an hour for better times."""
    log(database)
    database.home.backups.write_text("a file where the folder should be")
    daily = DailyCopy(database.home, LOGGER)
    for seconds in range(0, 300, 30):
        daily.look(NOW + timedelta(seconds=seconds))
    assert [record.message[:17] for record in caplog.records] == ["No copy was made:"]
    database.home.backups.unlink()
    daily.look(NOW + PAUSE)
    assert backups.latest(database.home) is not None
