"""Exact local time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from habit_tracker.domain.days.local_time import DayStart, day_of, exact_instant, exists, start_of

NEW_YORK, BERLIN, APIA = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Apia")
zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
dates = st.dates(date(1990, 1, 3), date(2037, 12, 28))
clocks = st.times().map(lambda clock: clock.replace(microsecond=0))
starts = st.lists(st.builds(DayStart, dates, clocks), max_size=3).map(sorted)


def test_an_ordinary_time_is_itself() -> None:
    """17:00 in Berlin's winter is 16:00 UTC."""
    assert exact_instant(date(2026, 11, 23), time(17), BERLIN) == datetime(2026, 11, 23, 16, tzinfo=UTC)


def test_a_time_in_a_gap_is_its_edge() -> None:
    """02:30 does not exist on 8 March 2026 in New York: the first instant after the gap is 03:00 there."""
    instant = exact_instant(date(2026, 3, 8), time(2, 30), NEW_YORK)
    assert instant.astimezone(NEW_YORK).replace(tzinfo=None) == datetime(2026, 3, 8, 3)


def test_a_time_that_comes_twice_is_its_first() -> None:
    """01:30 on 1 November 2026 in New York: the one still in summer time."""
    assert exact_instant(date(2026, 11, 1), time(1, 30), NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_skipped_date_does_not_exist() -> None:
    """Apia went from 29 to 31 December 2011."""
    assert not exists(date(2011, 12, 30), APIA)
    assert exists(date(2011, 12, 29), APIA)
    assert exists(date(2011, 12, 31), APIA)


def test_a_win_at_night_belongs_to_the_day_before() -> None:
    """With a day start of 04:00, 01:30 is still yesterday, also on the night the clocks go back."""
    from_four = [DayStart(date(2026, 1, 1), time(4))]
    for night in (date(2026, 11, 24), date(2026, 10, 25), date(2026, 3, 29)):
        instant = exact_instant(night, time(1, 30), BERLIN)
        assert day_of(instant, BERLIN, from_four) == night - timedelta(days=1)


@given(dates, clocks, zones)
@settings(max_examples=300)
def test_an_instant_shows_its_time_or_follows_a_gap(day: date, clock: time, zone: ZoneInfo) -> None:
    """Either clocks show that very time, or a second earlier they showed one before it."""
    instant = exact_instant(day, clock, zone)
    asked, shown = datetime.combine(day, clock), instant.astimezone(zone).replace(tzinfo=None)
    before = (instant - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert shown == asked or before < asked < shown


@given(st.datetimes(datetime(1990, 1, 5), datetime(2037, 12, 20)), zones, starts)
@settings(max_examples=300)
def test_every_instant_lies_in_its_day(naive: datetime, zone: ZoneInfo, day_starts: list[DayStart]) -> None:
    """A day begins at its start and ends where the next begins, whatever the zone and the day start."""
    instant = naive.replace(tzinfo=UTC)
    day = day_of(instant, zone, day_starts)
    assert start_of(day, zone, day_starts) <= instant < start_of(day + timedelta(days=1), zone, day_starts)
