"""A new day start waits for the boundary that leaves the present moment in its day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart, exact_instant, exists

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "Pacific/Auckland", "America/New_York", "Pacific/Apia")]
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
EPOCH = datetime(2011, 12, 1, tzinfo=UTC)
instants = st.integers(0, 15 * 365 * 24 * 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes))
zones = st.sampled_from(ZONES)


def test_from_midnight_to_four_it_holds_from_tomorrow() -> None:
    now = datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert Calendar().next_start(time(4), now) == DayStart(date(2026, 11, 24), time(4))


def test_back_to_midnight_in_the_small_hours_it_holds_a_day_later() -> None:
    calendar = Calendar(day_starts=[DayStart(date(2026, 1, 1), time(4))])
    now = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    assert calendar.day_of(now) == date(2026, 11, 23)
    assert calendar.next_start(time(0), now) == DayStart(date(2026, 11, 25), time(0))


@settings(max_examples=50, deadline=None)
@given(st.lists(clocks, min_size=1, max_size=4), instants, zones)
def test_the_present_moment_never_leaves_its_day(starts: list[time], now: datetime, zone: ZoneInfo) -> None:
    kept: list[DayStart] = []
    for at in starts:
        before = Calendar(day_starts=kept, zone=zone)
        new = before.next_start(at, now)
        kept = [start for start in kept if start.since < new.since] + [new]
        assert Calendar(day_starts=kept, zone=zone).day_of(now) == before.day_of(now)
        now += timedelta(hours=5)


@settings(max_examples=50, deadline=None)
@given(st.dates(date(2011, 12, 20), date(2012, 1, 10)) | st.dates(date(1990, 1, 1), date(2030, 1, 1)), zones)
def test_a_date_exists_if_it_has_an_instant_of_its_own(day: date, zone: ZoneInfo) -> None:
    tomorrow = day + timedelta(days=1)
    assert exists(day, zone) == (exact_instant(day, time(0), zone) < exact_instant(tomorrow, time(0), zone))
