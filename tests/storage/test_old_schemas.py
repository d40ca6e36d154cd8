"""A file of every schema that there was is brought up to date with everything in it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from support.rows import state
from support.turning import redo, undo
from support.wins import NOW, log

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.nudges.nudge import Outcome
from habit_tracker.domain.words import plan_words
from habit_tracker.storage import day_starts, journal, ledger, plans, settings, time_off, upgrade
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
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
    made = sorted(path.name.partition("_")[0] for path in upgrade.migrations_folder().glob("versions/0*.py"))
    assert [path.stem for path in OLD] == made[:-1]


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


def test_rows_of_every_table_come_along(tmp_path: Path) -> None:
    """In the form that they have now: time off by day, one row for each question, prompts beside the plans."""
    database, _ = brought_up(OLD[2], tmp_path)
    with database.reading() as connection:
        calendar = plans.calendar(connection)
        rows = {nudge.key.day.day: nudge for nudge in ledger.since(connection, date(2026, 11, 20))}
        assert [(off.first, off.last, off.reason) for off in calendar.time_off] == [
            (date(2026, 12, 10), date(2026, 12, 10), None),
            (date(2026, 12, 24), date(2026, 12, 30), "Christmas"),
            (date(2027, 1, 1), date(2027, 1, 2), "Christmas"),
        ]
        assert [(plan.since.day, plan_words(plan)) for plan in calendar.plans] == [
            (20, "every day at 17:00"),
            (22, "every day at 17:00, weekly check Friday at 16:00"),
            (23, "Monday to Friday at 16:45"),
        ]
        assert [start.at for start in calendar.day_starts] == [time(4), time(4)]
        assert settings.get(connection, "follow-up") == "120"
        assert (rows[21].outcome, rows[21].snoozes, rows[21].tries) == (Outcome.ANSWERED, 2, 4)
        assert rows[21].snoozed_until == datetime(2026, 11, 21, 17, tzinfo=UTC)
        assert (rows[24].outcome, rows[24].tries) == (Outcome.WAITING, 2)
        assert len(ledger.since(connection, date(2026, 11, 1))) == 9


def test_what_was_done_before_the_upgrade_can_be_taken_back_after_it(tmp_path: Path) -> None:
    """Each change that stands, the newest first, in the form that its rows have now; and brought back again."""
    database, _ = brought_up(OLD[2], tmp_path)
    states = []
    words = []
    while True:
        with database.reading() as connection:
            states.append(state(connection))
            if not history.standing(connection, 1):
                break
        words.append(undo(database, NOW).words)
    assert words[:3] == [
        "deleted win 5, Friday 20 November",
        "logged win 5 for Friday 20 November",
        "set week-start to Sunday",
    ]
    assert words[6:9] == [
        "cancelled time off, 31 December",
        "added time off, 10 December",
        "added time off, 24 December 2026 to 2 January 2027",
    ]
    assert len(words) == 12
    for before in states[-2::-1]:
        redo(database, NOW)
        with database.reading() as connection:
            assert state(connection) == before


def test_no_number_of_a_win_is_given_again(tmp_path: Path) -> None:
    """Also not one that an import had and gave up before the upgrade."""
    database, _ = brought_up(OLD[2], tmp_path)
    with closing(sqlite3.connect(database.home.database)) as connection, connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'wins'")
    assert log(database) == 41
