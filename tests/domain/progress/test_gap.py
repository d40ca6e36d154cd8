"""The days missed before today or before the current streak, and what filling them in would bring."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.calendars import TODAY, days, plans, time_off, win_days

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.progress.streaks import Gap, Streak, standing, streaks_in, streaks_until

MONDAY = date(2026, 11, 23)
ON_WEEKDAYS = [Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)]
law = settings(max_examples=100, deadline=None)


def november(*numbers: int) -> list[date]:
    return [date(2026, 11, number) for number in numbers]


@law
@given(win_days, plans, time_off)
def test_a_win_on_each_day_missed_brings_the_streak_that_was_promised(
    wins: list[date], plans: list[Plan], off: list[TimeOff]
) -> None:
    calendar = Calendar(plans, off)
    gap = standing(calendar, wins, TODAY).gap
    if gap:
        now = standing(calendar, [*wins, *gap.missed], TODAY)
        assert now.current == gap.joined


@law
@given(win_days, plans, time_off, st.data())
def test_no_day_of_a_gap_may_be_left_out(
    wins: list[date], plans: list[Plan], off: list[TimeOff], data: st.DataObject
) -> None:
    calendar = Calendar(plans, off)
    gap = standing(calendar, wins, TODAY).gap
    assume(gap)
    assert gap
    left_out = data.draw(st.sampled_from(gap.missed))
    filled = [day for day in gap.missed if day != left_out]
    assert standing(calendar, [*wins, *filled], TODAY).current != gap.joined


@law
@given(win_days, plans, time_off, days)
def test_the_streaks_of_an_earlier_day_are_those_that_were_seen_then(
    wins: list[date], plans: list[Plan], off: list[TimeOff], day: date
) -> None:
    assume(day <= TODAY)
    calendar, known = Calendar(plans, off), sorted(set(wins))
    assert streaks_until(streaks_in(calendar, wins, TODAY), known, day) == streaks_in(calendar, wins, day)


def test_yesterday_missed_goes_on_with_the_last_streak() -> None:
    assert standing(Calendar(), november(19, 20, 21), MONDAY).gap == Gap(
        november(22), Streak(date(2026, 11, 19), date(2026, 11, 22), 4)
    )


def test_a_streak_that_began_today_joins_the_one_before() -> None:
    gap = standing(Calendar(), november(20, 21, 23), MONDAY).gap
    assert gap == Gap(november(22), Streak(date(2026, 11, 20), MONDAY, 4))


def test_only_days_that_count_are_missed() -> None:
    off = [TimeOff(date(2026, 11, 19), date(2026, 11, 19))]
    gap = standing(Calendar(ON_WEEKDAYS, off), november(17), MONDAY).gap
    assert gap == Gap(november(18, 20), Streak(date(2026, 11, 17), date(2026, 11, 20), 3))


def test_before_the_first_break_there_is_none() -> None:
    assert standing(Calendar(), [], MONDAY).gap is None
    assert standing(Calendar(), november(23), MONDAY).gap is None
    assert standing(Calendar(), november(22), MONDAY).gap is None


def test_it_matters_until_the_day_after_the_next_win_is_over() -> None:
    """Missed on the 19th, back on the 20th."""
    for today, fresh in ((20, True), (21, True), (22, False)):
        wins = november(18, *range(20, today + 1))
        assert (standing(Calendar(), wins, date(2026, 11, today)).fresh_gap is not None) == fresh
