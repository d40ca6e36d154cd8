"""Days, plans and time off for hypothesis, close enough together to meet each other."""

from datetime import date, timedelta

from hypothesis import strategies as st

from habit_tracker.domain.days.plan import Plan, TimeOff

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=60)

days = st.dates(START, TODAY + timedelta(days=10))
win_days = st.lists(days, max_size=50)
weekdays = st.frozensets(st.integers(0, 6))
plans = st.lists(
    st.builds(Plan.daily, since=days, weekdays=weekdays), max_size=3, unique_by=lambda plan: plan.since
)
ranges = st.builds(
    lambda first, length, reason: TimeOff(first, first + timedelta(days=length), reason),
    days,
    st.integers(0, 9),
    st.sampled_from([None, "Christmas", "Summer"]),
)
time_off = st.lists(ranges, max_size=4)
