"""Taking back and bringing back, by the instant alone."""

from datetime import UTC, datetime

from habit_tracker.actions import data
from habit_tracker.clock import Moment
from habit_tracker.domain.change import Change
from habit_tracker.storage.database import Database


def undo(database: Database, now: datetime) -> Change:
    """Take back the newest change that stands."""
    return data.undo(database, Moment(now, UTC, "UTC")).change


def redo(database: Database, now: datetime) -> Change:
    """Bring back what was taken back last."""
    return data.redo(database, Moment(now, UTC, "UTC")).change
