"""Days and numbers of wins, with deleted and later wins about."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.views import store

from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
wins = st.lists(st.tuples(st.integers(-5, 5), st.booleans()), max_size=12)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wins)
def test_only_wins_that_were_kept_are_counted(
    tmp_path_factory: pytest.TempPathFactory, wins: list[tuple[int, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("home")
    kept: Counter[date] = Counter()
    with Database(Home(folder, folder)).noting() as connection:
        for number, (step, deleted) in enumerate(wins):
            day = DAY + timedelta(days=step)
            win = journal.log(connection, "text", day, NOW, "UTC", uid=str(number))
            if deleted:
                journal.delete(connection, win, NOW)
            else:
                kept[day] += 1
        assert journal.days(connection) == sorted(kept)
        assert journal.first_day(connection) == min(kept, default=None)
        assert journal.day_counts(connection, date.min, DAY) == {day: n for day, n in kept.items() if day <= DAY}
        assert journal.count(connection, DAY) == sum(n for day, n in kept.items() if day <= DAY)


def test_an_empty_journal_has_no_days(tmp_path: Path) -> None:
    with Database(Home(tmp_path, tmp_path)).reading() as connection:
        assert journal.days(connection) == []
        assert journal.count(connection, DAY) == 0
        assert journal.first_day(connection) is None


def test_the_first_and_the_last_date_of_all_are_days(tmp_path: Path) -> None:
    store(tmp_path, [date.min, date.max])
    with Database(Home(tmp_path, tmp_path)).reading() as connection:
        assert journal.days(connection) == [date.min, date.max]
