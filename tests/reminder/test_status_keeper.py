"""The reminder keeps the status file true while nobody writes a command."""

from datetime import date
from pathlib import Path

import pytest
from support.moments import moment
from support.views import store

from habit_tracker import status_file
from habit_tracker.clock import Moment
from habit_tracker.reminder.status_keeper import StatusKeeper
from habit_tracker.storage.database import Database

MONDAY = date(2026, 11, 23)


@pytest.fixture
def keeper(database: Database) -> StatusKeeper:
    """For a person with a win on Sunday."""
    store(database.home.folder, [date(2026, 11, 22)])
    return StatusKeeper(database)


def said(path: Path, at: Moment) -> str | None:
    """State and streak as a prompt has them at that moment."""

    def offset_at(_: int) -> int:
        offset = at.now.astimezone(at.zone).utcoffset()
        assert offset is not None
        return int(offset.total_seconds())

    found = status_file.read(str(path), at.now.timestamp(), offset_at)
    return f"{found['state']} {found['streak']}" if found else None


def test_it_is_true_at_every_look(keeper: StatusKeeper, database: Database) -> None:
    """Over days without a command, in another zone, after a win that another program stored, once it is gone."""
    path = database.home.status
    for at, zone, state in [
        ("2026-11-23 14:00", "Europe/Berlin", "open 1"),
        ("2026-11-24 00:00", "Europe/Berlin", "open 0"),
        ("2026-11-26 09:00", "Europe/Berlin", "open 0"),
        ("2026-11-26 18:01", "Asia/Tokyo", "open 0"),
    ]:
        now = moment(at, zone)
        keeper.look(now)
        assert said(path, now) == state
    store(database.home.folder, [date(2026, 11, 26)])
    keeper.look(now)
    assert said(path, now) == "won 1"
    path.unlink()
    keeper.look(now)
    assert said(path, now) == "won 1"


def test_where_nothing_changed_nothing_is_read(
    keeper: StatusKeeper, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look comes every half minute, on batteries too."""
    keeper.look(moment("2026-11-23 14:00"))
    monkeypatch.setattr(Database, "reading", None)
    keeper.look(moment("2026-11-23 14:14"))
    assert said(database.home.status, moment("2026-11-23 14:14")) == "open 1"
