"""Whether a clock that leapt is believed: what the machine's own time explains is, and what lasts ten minutes."""

from datetime import timedelta

import pytest
from support.moments import moment

from habit_tracker.clock import Moment, read_clock, synchronised
from habit_tracker.reminder.clock_check import ClockCheck

HOUR = 3600.0
DAY = 24 * HOUR
NOW = moment("2026-11-23 16:00").now


def at(text: str, uptime: float) -> Moment:
    """The moment when the clock shows *text*, and the machine has been up for so many seconds."""
    return moment(text)._replace(uptime=uptime)


def check(*, vouched: bool = False, known: bool = True) -> ClockCheck:
    """A check of a machine that came up on Monday at 16:00, for a reminder that asked an hour before, or never."""
    return ClockCheck(NOW - timedelta(hours=1) if known else None, lambda: vouched)


def test_a_clock_that_goes_on_is_believed() -> None:
    """Also over the end of a day, and when it is set back or forward by some hours."""
    one = check()
    assert one.doubt(at("2026-11-23 17:00", HOUR)) is None
    assert one.doubt(at("2026-11-24 09:00", 2 * HOUR)) is None
    assert one.doubt(at("2026-11-22 09:00", 3 * HOUR)) is None


def test_a_leap_waits_for_ten_minutes() -> None:
    """It says so, and a look within them does not shorten them."""
    one = check()
    assert one.doubt(at("2026-11-23 17:00", HOUR)) is None
    said = one.doubt(at("2027-01-02 17:00:30", HOUR + 30))
    assert said == "the clock passed over 39 days; it is believed once it has gone on for ten minutes"
    assert one.doubt(at("2027-01-02 17:09:30", HOUR + 570)) == said
    assert one.doubt(at("2027-01-02 17:10:30", HOUR + 630)) is None
    assert one.doubt(at("2027-01-02 17:11:00", HOUR + 660)) is None


def test_a_leap_that_is_taken_back_was_never_believed() -> None:
    """And the next one has ten minutes of its own to last."""
    one = check()
    assert one.doubt(at("2027-11-23 17:00", HOUR))
    assert one.doubt(at("2026-11-23 17:01", HOUR + 60)) is None
    assert one.doubt(at("2027-11-23 17:11", HOUR + 660))


def test_a_clock_that_leaps_on_begins_anew() -> None:
    """A clock that is never the same is never believed."""
    one = check()
    assert one.doubt(at("2027-11-23 17:00", HOUR))
    assert one.doubt(at("2028-11-23 17:09", HOUR + 540))
    assert one.doubt(at("2029-11-23 17:18", HOUR + 1080))


def test_sleep_is_no_leap() -> None:
    """A laptop that was shut for a weekend, or a month, asks as soon as it is open."""
    one = check()
    assert one.doubt(at("2026-11-23 17:00", HOUR)) is None
    assert one.doubt(at("2026-12-23 17:00", HOUR + 30 * DAY)) is None


def test_a_clock_that_is_kept_right_by_another_is_believed() -> None:
    """At once."""
    assert check(vouched=True).doubt(at("2027-11-23 17:00", HOUR)) is None


@pytest.mark.parametrize(("uptime", "believed"), [(30.0, False), (601.0, False), (40 * DAY, True)])
def test_a_reminder_that_starts_compares_with_the_ledger(uptime: float, believed: bool) -> None:
    """After a holiday the machine has just come up: ten minutes. Where only the reminder was away: none."""
    one = check()
    assert (one.doubt(at("2026-12-23 17:00", uptime)) is None) is believed
    assert one.doubt(at("2026-12-23 17:10", uptime + 600)) is None


def test_a_first_start_compares_with_nothing() -> None:
    """Nor does one whose uptime nobody measured."""
    assert check(known=False).doubt(at("2036-11-23 17:00", 30)) is None
    assert check().doubt(moment("2036-11-23 17:00")) is None


def test_the_machine_knows_how_long_it_is_up() -> None:
    """And a later look finds it up for longer; whether its clock is synchronised is a yes or a no."""
    first, second = read_clock(), read_clock()
    assert first.uptime is not None
    assert second.uptime is not None
    assert 0 < first.uptime <= second.uptime
    assert synchronised() in {True, False}
