"""Time off, day starts and plans are kept as they were given."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import Connection
from support.views import store
from support.wins import NOW

from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import DEFAULT_PLAN, WEEKDAYS, Plan, PlannedPrompt, TimeOff
from habit_tracker.domain.nudges.prompt import WEEKLY
from habit_tracker.storage import day_starts, plans, time_off
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

TODAY = date(2026, 11, 23)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Database(Home(tmp_path, tmp_path)).noting() as opened:
        yield opened


def test_the_ranges_kept_are_all_there_are(connection: Connection) -> None:
    christmas = TimeOff(date(2026, 12, 24), date(2027, 1, 2), "Christmas")
    dentist = TimeOff(TODAY, TODAY)
    time_off.keep(connection, [dentist, christmas], NOW)
    time_off.keep(
        connection, [christmas, christmas._replace(first=date(2027, 12, 24), last=date(2028, 1, 2))], NOW
    )
    assert [off.first.year for off in time_off.all_time_off(connection)] == [2026, 2027]


def test_a_range_that_only_changes_its_reason_is_kept_once(connection: Connection) -> None:
    time_off.keep(connection, [TimeOff(TODAY, TODAY)], NOW)
    time_off.keep(connection, [TimeOff(TODAY, TODAY, "Fair")], NOW)
    assert time_off.all_time_off(connection) == [TimeOff(TODAY, TODAY, "Fair")]


def test_a_new_day_start_drops_those_that_were_to_come(connection: Connection) -> None:
    for since, at in ((TODAY, time(4)), (date(2026, 12, 1), time(5)), (date(2026, 11, 24), time(3))):
        day_starts.save(connection, DayStart(since, at), NOW)
    assert day_starts.all_day_starts(connection) == [
        DayStart(TODAY, time(4)),
        DayStart(date(2026, 11, 24), time(3)),
    ]


def test_the_first_plan_leaves_the_days_before_it_to_the_default(tmp_path: Path) -> None:
    store(tmp_path, [date(2026, 11, 1)])
    plan = Plan.daily(TODAY, time(9), WEEKDAYS)
    with Database(Home(tmp_path, tmp_path)).noting() as connection:
        plans.save(connection, plan, TODAY, NOW)
        assert plans.all_plans(connection) == [DEFAULT_PLAN._replace(since=date(2026, 11, 1)), plan]


def test_a_first_plan_that_is_yet_to_come_leaves_today_to_the_default(connection: Connection) -> None:
    later = Plan.daily(date(2026, 12, 1), time(9), WEEKDAYS).saying(
        PlannedPrompt(WEEKLY, frozenset({4}), time(18))
    )
    plans.save(connection, later, TODAY, NOW)
    assert plans.calendar(connection).plan_on(TODAY) == DEFAULT_PLAN._replace(since=TODAY)
    assert plans.calendar(connection).plan_on(date(2026, 12, 25)) == later
