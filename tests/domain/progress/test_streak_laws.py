"""What holds for every person's streaks."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from support.calendars import TODAY, days, plans, ranges, time_off, weekdays, win_days

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.plan import DEFAULT_PLAN, Plan, TimeOff
from habit_tracker.domain.progress.streaks import Streak, standing, streaks_in

law = settings(max_examples=50, deadline=None)


def holds(pieces: list[Streak], whole: list[Streak]) -> bool:
    """Whether each streak of *pieces* lies within one of *whole* that is at least as long."""
    return all(
        any(w.first <= piece.first and piece.last <= w.last and piece.wins <= w.wins for w in whole)
        for piece in pieces
    )


@law
@given(win_days, plans, time_off)
def test_the_wins_of_all_streaks_are_the_days_with_a_win(
    wins: list[date], plans: list[Plan], off: list[TimeOff]
) -> None:
    found = streaks_in(Calendar(plans, off), wins, TODAY)
    assert sum(streak.wins for streak in found) == len({day for day in wins if day <= TODAY})


@law
@given(win_days, plans, time_off, days)
def test_a_win_more_never_shortens_a_streak(
    wins: list[date], plans: list[Plan], off: list[TimeOff], day: date
) -> None:
    calendar = Calendar(plans, off)
    assert holds(streaks_in(calendar, wins, TODAY), streaks_in(calendar, [*wins, day], TODAY))


@law
@given(win_days, plans, time_off, ranges)
def test_time_off_never_breaks_a_streak(
    wins: list[date], plans: list[Plan], off: list[TimeOff], more: TimeOff
) -> None:
    rested = Calendar(plans, [*off, more])
    assert holds(streaks_in(Calendar(plans, off), wins, TODAY), streaks_in(rested, wins, TODAY))


@law
@given(win_days, plans, time_off, st.integers(0, 2), weekdays)
def test_a_weekday_less_never_breaks_a_streak(
    wins: list[date], plans: list[Plan], off: list[TimeOff], number: int, gone: frozenset[int]
) -> None:
    fewer = list(plans or [DEFAULT_PLAN])
    changed = fewer[number % len(fewer)]
    fewer[number % len(fewer)] = changed._replace(weekdays=changed.weekdays - gone)
    assert holds(streaks_in(Calendar(plans, off), wins, TODAY), streaks_in(Calendar(fewer, off), wins, TODAY))


@law
@given(win_days, plans, time_off, st.integers(1, 9))
def test_a_win_in_the_future_changes_nothing_today(
    wins: list[date], plans: list[Plan], off: list[TimeOff], ahead: int
) -> None:
    calendar = Calendar(plans, off)
    now = standing(calendar, wins, TODAY)
    assert standing(calendar, [*wins, TODAY + timedelta(days=ahead)], TODAY) == now


@law
@given(win_days, plans, time_off, st.randoms())
def test_order_and_duplicates_do_not_matter(
    wins: list[date], plans: list[Plan], off: list[TimeOff], random: Random
) -> None:
    mixed = [*wins, *wins[:5]]
    random.shuffle(mixed)
    again = random.sample(plans, len(plans)), random.sample(off, len(off))
    assert streaks_in(Calendar(*again), mixed, TODAY) == streaks_in(Calendar(plans, off), wins, TODAY)


@law
@given(win_days, plans, time_off)
def test_the_current_streak_is_the_last_or_none(wins: list[date], plans: list[Plan], off: list[TimeOff]) -> None:
    found = streaks_in(Calendar(plans, off), wins, TODAY)
    assert standing(Calendar(plans, off), wins, TODAY).current in {None, *found[-1:]}


@law
@given(win_days, plans.filter(bool), time_off, weekdays)
def test_a_plan_from_tomorrow_on_leaves_every_figure_as_it_was(
    wins: list[date], plans: list[Plan], off: list[TimeOff], other: frozenset[int]
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    held = [plan for plan in plans if plan.since <= TODAY] or [min(plans)._replace(since=TODAY)]
    later = [*held, held[-1]._replace(since=tomorrow, weekdays=other)]
    assert standing(Calendar(later, off), wins, TODAY) == standing(Calendar(held, off), wins, TODAY)
    assert streaks_in(Calendar(later, off), wins, TODAY) == streaks_in(Calendar(held, off), wins, TODAY)


@law
@given(win_days, plans, time_off)
def test_streaks_begin_and_end_with_a_win_and_never_overlap(
    wins: list[date], plans: list[Plan], off: list[TimeOff]
) -> None:
    found = streaks_in(Calendar(plans, off), wins, TODAY)
    assert all({streak.first, streak.last} <= set(wins) for streak in found)
    assert [day for streak in found for day in streak[:2]] == sorted(day for streak in found for day in streak[:2])


@law
@given(win_days, plans, time_off)
def test_at_risk_means_a_streak_that_today_could_end(
    wins: list[date], plans: list[Plan], off: list[TimeOff]
) -> None:
    now = standing(Calendar(plans, off), wins, TODAY)
    after = standing(Calendar(plans, off), [day for day in wins if day <= TODAY], TODAY + timedelta(days=1))
    assert now.at_risk == (now.current is not None and after.current is None)
