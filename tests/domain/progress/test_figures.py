"""The figures of the past year."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from support.calendars import TODAY, plans, time_off, win_days

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.progress.completion import Completion
from habit_tracker.domain.progress.figures import Month, best_month, figures, since


def test_nothing_is_said_before_the_first_win() -> None:
    assert figures(Calendar(), [], {}, TODAY).strength is None


def test_a_win_of_tomorrow_is_not_seen() -> None:
    assert not figures(Calendar(), [TODAY + timedelta(days=1)], {}, TODAY).weeks


def test_the_best_month_has_the_greatest_share_then_the_most_days() -> None:
    months = {
        Month(2026, 8): Completion(2, 2),
        Month(2026, 9): Completion(10, 10),
        Month(2026, 10): Completion(20, 20),
        Month(2026, 11): Completion(21, 22),
    }
    assert best_month(months) == Month(2026, 10)
    assert best_month({Month(2026, 8): Completion(2, 2), Month(2026, 11): Completion(21, 22)}) == Month(2026, 11)
    assert best_month({Month(2026, 8): Completion(0, 9)}) is None


def test_weeks_begin_with_the_first_win_and_hold_every_win() -> None:
    counts = {date(2026, 11, 7): 2, date(2026, 11, 8): 3}
    found = figures(Calendar(), counts, counts, TODAY, week_start=6)
    assert found.weeks == {
        date(2026, 11, 1): 2,
        date(2026, 11, 8): 3,
        date(2026, 11, 15): 0,
        date(2026, 11, 22): 0,
    }


def test_the_year_goes_back_to_the_eleventh_month_before() -> None:
    assert since(TODAY, 0) == date(2025, 12, 1)
    found = figures(Calendar(), [date(2025, 1, 1)], {}, TODAY)
    assert (min(found.months), len(found.months)) == (Month(2025, 12), 12)


def test_old_days_are_left_out_without_a_trace() -> None:
    calendar = Calendar([Plan.daily(date(1926, 1, 1), weekdays=frozenset({0}))])
    century = [TODAY - timedelta(days=step) for step in range(36_525)]
    assert figures(calendar, century, {}, TODAY).strength == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(win_days, plans, time_off)
def test_weekdays_and_months_share_out_the_same_days(
    wins: list[date], plans: list[Plan], off: list[TimeOff]
) -> None:
    found = figures(Calendar(plans, off), wins, {}, TODAY)
    assert sum(c.due for c in found.weekdays.values()) == sum(c.due for c in found.months.values())
    assert sum(c.done for c in found.weekdays.values()) == sum(c.done for c in found.months.values())
    assert found.strength is None or 0 <= found.strength <= 1


def test_planned_days_off_are_counted() -> None:
    off = [TimeOff(date(2026, 11, 20), date(2026, 11, 23)), TimeOff(date(2026, 12, 1), date(2026, 12, 9))]
    calendar = Calendar([Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)], off)
    assert figures(calendar, [date(2026, 11, 2)], {}, TODAY).days_off == 2


def test_a_day_off_is_never_due() -> None:
    calendar = Calendar([Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)])
    assert max(figures(calendar, [date(2026, 11, 1)], {}, TODAY).weekdays) == 4
