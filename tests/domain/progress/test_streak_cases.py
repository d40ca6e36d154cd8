"""Streaks that a person can count in the head."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.progress.streaks import Streak, standing, streaks_in

MONDAY = date(2026, 11, 23)
ON_WEEKDAYS = [Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)]


def run(first: date, length: int) -> list[date]:
    return [first + timedelta(days=step) for step in range(length)]


def test_today_is_open_until_it_is_over() -> None:
    now = standing(Calendar(), run(date(2026, 11, 20), 3), MONDAY)
    assert now.current == Streak(date(2026, 11, 20), date(2026, 11, 22), 3)
    assert now.at_risk


def test_yesterday_missed_ends_it() -> None:
    assert standing(Calendar(), run(date(2026, 11, 19), 3), MONDAY).current is None


def test_a_weekend_off_does_not_break_it() -> None:
    wins = [*run(date(2026, 11, 16), 5), MONDAY]
    assert streaks_in(Calendar(ON_WEEKDAYS), wins, MONDAY) == [Streak(date(2026, 11, 16), MONDAY, 6)]


def test_wins_on_days_off_alone_are_a_streak() -> None:
    wins = [date(2026, 11, 21), date(2026, 11, 22)]
    assert standing(Calendar(ON_WEEKDAYS), wins, MONDAY).current == Streak(wins[0], wins[1], 2)


def test_a_win_on_a_day_off_counts() -> None:
    wins = [*run(date(2026, 11, 16), 6), MONDAY]
    assert streaks_in(Calendar(ON_WEEKDAYS), wins, MONDAY)[0].wins == 7


def test_leap_day_is_a_day() -> None:
    wins = [date(2028, 2, 28), date(2028, 3, 1)]
    assert len(streaks_in(Calendar(), wins, wins[-1])) == 2
    assert len(streaks_in(Calendar(), [*wins, date(2028, 2, 29)], wins[-1])) == 1


def test_a_year_boundary_breaks_nothing() -> None:
    wins = run(date(2026, 12, 30), 4)
    assert streaks_in(Calendar(), wins, wins[-1]) == [Streak(wins[0], date(2027, 1, 2), 4)]


def test_time_off_after_the_fact_mends_it() -> None:
    wins = [date(2026, 11, 10), MONDAY]
    off = TimeOff(date(2026, 11, 11), date(2026, 11, 22))
    assert len(streaks_in(Calendar(), wins, MONDAY)) == 2
    assert streaks_in(Calendar(time_off=[off]), wins, MONDAY) == [Streak(wins[0], wins[1], 2)]


def test_time_off_of_one_range_with_and_without_a_reason_can_be_read() -> None:
    day = date(2026, 11, 22)
    assert Calendar(time_off=[TimeOff(day, day), TimeOff(day, day, "Fair")]).off_on(day)


def test_a_long_range_is_found_behind_a_short_one() -> None:
    calendar = Calendar(time_off=[TimeOff(date(2026, 1, 1), date(2026, 12, 31)), TimeOff(MONDAY, MONDAY)])
    assert calendar.off_on(date(2026, 11, 30))
    assert not calendar.off_on(date(2027, 1, 1))


def test_the_date_that_samoa_skipped_is_nobodys_fault() -> None:
    apia = ZoneInfo("Pacific/Apia")
    wins = [date(2011, 12, 29), date(2011, 12, 31)]
    assert streaks_in(Calendar(zone=apia), wins, wins[-1]) == [Streak(wins[0], wins[1], 2)]
    assert len(streaks_in(Calendar(), wins, wins[-1])) == 2


def test_the_past_is_judged_by_the_plan_of_its_day() -> None:
    daily_then_weekdays = [Plan.daily(date(2026, 11, 1)), Plan.daily(date(2026, 11, 16), weekdays=WEEKDAYS)]
    wins = [date(2026, 11, 13), *run(date(2026, 11, 16), 5), MONDAY]
    assert [streak.wins for streak in streaks_in(Calendar(daily_then_weekdays), wins, MONDAY)] == [1, 6]


BERLIN = ZoneInfo("Europe/Berlin")
AT_FOUR = [DayStart(date(2026, 1, 1), time(4))]


@pytest.mark.parametrize(
    ("clock", "fold", "day"),
    [
        ("2026-03-29T01:30", 0, date(2026, 3, 28)),  # the night on which clocks go from 2 to 3
        ("2026-03-29T03:59", 0, date(2026, 3, 28)),
        ("2026-03-29T04:00", 0, date(2026, 3, 29)),
        ("2026-10-25T02:30", 0, date(2026, 10, 24)),  # the night on which 2 to 3 comes twice
        ("2026-10-25T02:30", 1, date(2026, 10, 24)),
        ("2026-10-25T03:59", 0, date(2026, 10, 24)),
        ("2026-10-25T04:00", 0, date(2026, 10, 25)),
    ],
)
def test_a_day_that_starts_at_four_does_so_on_both_nights_of_the_year(clock: str, fold: int, day: date) -> None:
    instant = datetime.fromisoformat(clock).replace(tzinfo=BERLIN, fold=fold).astimezone(UTC)
    assert Calendar(day_starts=AT_FOUR, zone=BERLIN).day_of(instant) == day
