"""A file of every schema that there was is brought up to date with everything in it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest
from support.wins import NOW

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.storage import day_starts, journal, plans, schema, time_off
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

OLD = sorted((Path(__file__).parent / "schemas").glob("*.db"))


def brought_up(old: Path, folder: Path) -> tuple[Database, list[str]]:
    """A copy of the old file, and what is said when it is opened."""
    home = Home(folder, folder)
    shutil.copy(old, home.database)
    said: list[str] = []
    return Database(home, said.append), said


def test_there_is_a_file_of_each_older_schema() -> None:
    """Whoever adds a migration keeps a file from before it."""
    assert [path.stem for path in OLD] == [f"{number:04}" for number in range(1, int(schema.HEAD))]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_wins_and_plans_come_along(old: Path, tmp_path: Path) -> None:
    """A copy is made first, and its place is said, once."""
    database, said = brought_up(old, tmp_path)
    with database.reading() as connection:
        assert journal.days(connection) == [date(2026, 11, 20), date(2026, 11, 21)]
        texts = [win.text for win in journal.between(connection, date.min, date.max)]
        assert texts == ["Fixed the büro printer ☕", "Shared my idea in the meeting"]
        plan = plans.calendar(connection).plan_on(date(2026, 11, 23))
        assert plan == Plan.daily(date(2026, 11, 23), time(16, 45), WEEKDAYS)
    (copy,) = tmp_path.glob("backups/before-schema-*.db")
    assert [str(copy) in sentence for sentence in said] == [True]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (old.stem,)


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_what_is_new_can_be_stored(old: Path, tmp_path: Path) -> None:
    """In the tables that the old file did not have."""
    database, _ = brought_up(old, tmp_path)
    off = TimeOff(date(2026, 12, 24), date(2027, 1, 2), "Christmas")
    start = DayStart(date(2026, 11, 24), time(4))
    with database.noting() as connection:
        time_off.keep(connection, [off], NOW)
        day_starts.save(connection, start, NOW)
    with database.reading() as connection:
        calendar = plans.calendar(connection)
    assert calendar.time_off == [off]
    assert calendar.day_starts[-1] == start
