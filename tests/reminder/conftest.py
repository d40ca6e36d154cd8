"""What the tests of the reminder share."""

import pytest
from support.bench import Bench

from habit_tracker.storage.database import Database


@pytest.fixture
def bench(database: Database) -> Bench:
    """A reminder for a plan of 17:00 every day."""
    return Bench(database)
