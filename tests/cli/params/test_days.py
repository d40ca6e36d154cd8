"""What is no day, no range, no time and no setting: one sentence each, and nothing is stored."""

from pathlib import Path

import pytest
from support.views import Person

from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home
from habit_tracker.storage.tables import metadata

BAD = [
    (("time-off", "2026-02-30"), 2, "2026-11-20"),
    (("time-off", "31/13/2026"), 2, "2026-11-20"),
    (("time-off", "２０２６-12-24"), 2, "2026-11-20"),
    (("time-off", "2026-12-24.."), 2, "2026-12-24..2027-01-02"),
    (("time-off", "..2026-12-24"), 2, "2026-12-24..2027-01-02"),
    (("time-off", "2026-12-24..2026-12-20"), 2, "2026-12-20..2026-12-24"),
    (("time-off", "2026-12-24...2026-12-26"), 2, "2026-11-20"),
    (("time-off", "2026-01-01..3026-01-01"), 2, "1900 to 2199"),
    (("time-off", "1926-01-01..2026-01-01"), 1, "shorter"),
    (("time-off", "today", "--reason", "x" * 201), 1, "200"),
    (("time-off", "--reason", "Christmas"), 2, "habit time-off 2026"),
    (("time-off", "today", "--cancel", "today"), 2, "--cancel"),
    (("time-off", "--cancel", "today"), 1, "habit time-off"),
    (("plan", "--days", "mon,blursday"), 2, "mon,wed,fri"),
    (("plan", "--days", ""), 2, "mon,wed,fri"),
    (("plan", "--at", "25:00"), 2, "17:00"),
    (("plan", "--at", "１７:00"), 2, "17:00"),
    (("plan", "--since", "friday"), 2, "--days weekdays"),
    (("plan", "--at", "9:00", "--since", "0001-01-01"), 2, "1900 to 2199"),
    (("config", "day-start", "25:00"), 2, "17:00"),
    (("config", "day-start", "４:00"), 2, "17:00"),
    (("config", "week-start", "blursday"), 2, "monday"),
    (("config", "week-start", "xx_YY"), 2, "monday"),
    (("config", "daystart", "04:00"), 2, "day-start, week-start and backup-folder"),
    (("streak", "--as-of", "2026-02-30"), 2, "2026-11-20"),
    (("streak", "--as-of", "tomorrow"), 1, "2026-11-20"),
    (("week", "--of", "31/13/2026"), 2, "2026-11-20"),
    (("week", "--last", "--of", "today"), 2, "--last"),
    (("week", "-n", "0"), 2, "1"),
    (("calendar", "26"), 2, "2026-11"),
    (("calendar", "２０２６"), 2, "2026-11"),
    (("calendar", "2026-13"), 2, "2026-11"),
    (("calendar", "9999"), 2, "2026-11"),
    (("calendar", "2026", "--month"), 2, "2026-11"),
]


@pytest.mark.parametrize(("words", "code", "right"), BAD)
def test_it_is_refused_in_one_sentence(tmp_path: Path, words: tuple[str, ...], code: int, right: str) -> None:
    result = Person(tmp_path).run(*words)
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert right in result.stderr
    if any(tmp_path.iterdir()):
        with Database(Home(tmp_path, tmp_path)).reading() as connection:
            assert not any(connection.execute(table.select()).first() for table in metadata.sorted_tables)


@pytest.mark.parametrize(
    "words", [("week", "--of", "1900-01-01"), ("week", "--of", "2199-12-31"), ("calendar", "1900")]
)
def test_the_edges_of_the_years_are_days(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert Person(tmp_path).says(*words)
