"""A file of schema 0001 is brought up to date with everything in it."""

import shutil
from datetime import date, time
from pathlib import Path

from habit_tracker.domain.days import DayStart
from habit_tracker.domain.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.storage import day_starts, journal, plans, time_off
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

OLD = Path(__file__).parent / "schemas" / "0001.db"


def upgraded(folder: Path) -> tuple[Database, list[str]]:
    home = Home(folder, folder)
    shutil.copy(OLD, home.database)
    said: list[str] = []
    return Database(home, said.append), said


def test_wins_and_plans_come_along(tmp_path: Path) -> None:
    database, said = upgraded(tmp_path)
    with database.reading() as connection:
        assert journal.days(connection) == [date(2026, 11, 20), date(2026, 11, 21)]
        texts = [win.text for win in journal.between(connection, date.min, date.max)]
        assert texts == ["Fixed the büro printer ☕", "Shared my idea in the meeting"]
        assert plans.all_plans(connection)[-1] == Plan(date(2026, 11, 23), time(16, 45), WEEKDAYS)
        assert journal.count(connection, date(2026, 12, 31)) == 2
    assert len(said) == 1
    assert len(list(tmp_path.glob("backups/before-schema-0002-*.db"))) == 1


def test_what_is_new_can_be_stored(tmp_path: Path) -> None:
    database, _ = upgraded(tmp_path)
    off = TimeOff(date(2026, 12, 24), date(2027, 1, 2), "Christmas")
    start = DayStart(date(2026, 11, 24), time(4))
    with database.writing() as connection:
        time_off.keep(connection, [off])
        day_starts.save(connection, start)
    with database.reading() as connection:
        calendar = plans.calendar(connection)
    assert (calendar.time_off, calendar.day_starts) == ([off], [start])
