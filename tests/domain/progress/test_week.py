"""A week, its states, and where weeks begin."""

from datetime import date

import pytest

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.days.regions import first_weekday
from habit_tracker.domain.progress.chart import chart
from habit_tracker.domain.progress.week import DayState, first_of_week, week_of

MONDAY = date(2026, 11, 23)
S = DayState


@pytest.mark.parametrize(
    ("start", "first"), [(0, date(2026, 11, 23)), (6, date(2026, 11, 22)), (5, date(2026, 11, 21))]
)
def test_a_week_begins_on_its_first_weekday(start: int, first: date) -> None:
    assert first_of_week(MONDAY, start) == first
    assert first_of_week(first, start) == first


@pytest.mark.parametrize(
    ("locale", "weekday"),
    [
        ("de_DE.UTF-8", 0),
        ("en_US.UTF-8", 6),
        ("ar_EG", 5),
        ("dv_MV", 4),
        ("en_GB@euro", 0),
        ("C", 0),
        ("", 0),
        ("xx_QQ", 0),
    ],
)
def test_where_weeks_begin(locale: str, weekday: int) -> None:
    assert first_weekday(locale) == weekday


def test_each_day_has_its_state() -> None:
    calendar = Calendar(
        [Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)], [TimeOff(date(2026, 11, 26), date(2026, 11, 29))]
    )
    week = week_of(MONDAY, calendar, [MONDAY, date(2026, 11, 29)], date(2026, 11, 25))
    assert list(week.days.values()) == [S.WON, S.MISSED, S.OPEN, S.OFF, S.OFF, S.OFF, S.OFF]
    assert (week.won, week.won_as_planned, week.open, len(week.counting)) == (1, 1, 1, 3)


def test_before_the_first_win_nothing_was_missed() -> None:
    week = week_of(MONDAY, Calendar(), [date(2026, 11, 25)], date(2026, 11, 26))
    assert list(week.days.values())[:4] == [S.BEFORE, S.BEFORE, S.WON, S.OPEN]
    assert len(week.counting) == 5


def test_a_date_that_the_zone_skipped_is_as_good_as_off() -> None:
    from zoneinfo import ZoneInfo

    calendar = Calendar(zone=ZoneInfo("Pacific/Apia"))
    week = week_of(date(2011, 12, 26), calendar, [date(2011, 12, 26)], date(2012, 1, 2))
    assert week.days[date(2011, 12, 30)] is S.OFF
    assert week.days[date(2011, 12, 31)] is S.MISSED


def test_a_chart_counts_days_and_wins() -> None:
    counts = {date(2026, 11, 20): 3, date(2026, 11, 22): 1, date(2026, 11, 24): 5}
    found = chart(date(2026, 11, 1), date(2026, 11, 30), Calendar(), counts, MONDAY, date(2026, 11, 20))
    assert (found.days, found.wins, found.completion) == (2, 4, (2, 3))
    assert len(found.squares) == 30
