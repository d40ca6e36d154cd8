"""Strength and completion look at counting days alone."""

from datetime import date, timedelta

import pytest

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import WEEKDAYS, Plan
from habit_tracker.domain.progress.completion import Completion, completion_by, judged, strength

MONDAY = date(2026, 1, 5)


def counting(number: int) -> list[date]:
    return [MONDAY + timedelta(days=step) for step in range(number)]


@pytest.mark.parametrize(("days", "percent"), [(0, 0), (1, 5), (13, 50), (26, 75), (66, 97)])
def test_strength_after_so_many_days_in_a_row(days: int, percent: int) -> None:
    assert round(100 * strength(counting(days), set(counting(days)))) == percent


def test_one_miss_after_66_days_leaves_92_percent() -> None:
    assert round(100 * strength(counting(67), set(counting(66)))) == 92


def test_weekends_off_cost_nothing() -> None:
    calendar = Calendar([Plan.daily(MONDAY, weekdays=WEEKDAYS)])
    won = {day for day in counting(28) if day.weekday() in WEEKDAYS}
    due = judged(calendar, won, MONDAY, counting(28)[-1], date(2027, 1, 1))
    assert strength(due, won) == pytest.approx(strength(counting(20), set(counting(20))))


def test_today_is_judged_once_it_has_a_win() -> None:
    assert list(judged(Calendar(), set(), MONDAY, MONDAY, MONDAY)) == []
    assert list(judged(Calendar(), {MONDAY}, MONDAY, MONDAY, MONDAY)) == [MONDAY]


def test_completion_is_said_for_each_weekday() -> None:
    found = completion_by(date.weekday, counting(8), {MONDAY, MONDAY + timedelta(days=1)})
    assert found[0] == Completion(1, 2)
    assert found[1] == Completion(1, 1)
    assert found[6].share == 0
