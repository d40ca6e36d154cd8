"""Until when a streak is safe, and how breaks ended."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.domain.days.local_time import DayStart
from habit_tracker.domain.days.plan import WEEKDAYS, Plan, TimeOff
from habit_tracker.domain.progress.outlook import breaks, outlook, safe_until
from habit_tracker.domain.progress.streaks import standing, streaks_in

FRIDAY = date(2026, 11, 20)
ON_WEEKDAYS = [Plan.daily(date(2026, 1, 1), weekdays=WEEKDAYS)]


def until(calendar: Calendar, wins: list[date], today: date) -> date | None:
    return safe_until(calendar, standing(calendar, wins, today))


def test_a_win_on_friday_holds_until_monday_is_over() -> None:
    assert until(Calendar(ON_WEEKDAYS), [FRIDAY], FRIDAY) == date(2026, 11, 23)


def test_at_risk_it_holds_until_today_is_over() -> None:
    assert until(Calendar(ON_WEEKDAYS), [FRIDAY], date(2026, 11, 23)) == date(2026, 11, 23)


def test_time_off_holds_it_longer() -> None:
    off = [TimeOff(date(2026, 11, 23), date(2026, 12, 31))]
    assert until(Calendar(ON_WEEKDAYS, off), [FRIDAY], FRIDAY) == date(2027, 1, 1)


def test_without_a_streak_nothing_is_at_risk() -> None:
    assert until(Calendar(), [], FRIDAY) is None


def test_without_counting_days_it_holds_for_good() -> None:
    assert until(Calendar([Plan.daily(date(2026, 1, 1), weekdays=frozenset())]), [FRIDAY], FRIDAY) is None


def test_the_end_of_a_day_is_told_in_local_time() -> None:
    calendar = Calendar([], [], [DayStart(date(2026, 1, 1), time(4))], ZoneInfo("Europe/Berlin"))
    found = streaks_in(calendar, [FRIDAY], FRIDAY)
    ahead = outlook(calendar, [FRIDAY], found, standing(calendar, [FRIDAY], FRIDAY))
    assert ahead.ends == datetime(2026, 11, 22, 3, tzinfo=UTC)
    assert ahead.ends is not None
    assert ahead.ends.time() == time(4)


def test_a_break_lasts_from_the_first_day_missed_to_the_next_win() -> None:
    """In days of the calendar, whatever of them counts: Friday alone missed, back on Monday, is three days."""
    calendar = Calendar(ON_WEEKDAYS)
    wins = [date(2026, 9, 1), date(2026, 11, 12), date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 19)]
    assert breaks(calendar, streaks_in(calendar, wins, FRIDAY)) == [71, 3, 1]
