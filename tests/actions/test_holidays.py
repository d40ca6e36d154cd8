"""Holidays are known ahead, whoever looks and however long nobody did."""

import logging
import sys
from datetime import date

import pytest
from support.moments import moment
from support.wins import NOW

from habit_tracker.actions.holidays import choose, keep_up
from habit_tracker.domain.errors import HabitError
from habit_tracker.reminder.holidays import HolidaysAhead
from habit_tracker.storage import holidays, settings
from habit_tracker.storage.database import Database
from habit_tracker.transfer import public_holidays

SET = moment("2026-11-23 14:00")


def days(database: Database) -> list[date]:
    """The holidays that are known."""
    with database.reading() as connection:
        return [off.first for off in holidays.all_holidays(connection)]


@pytest.mark.parametrize(
    ("at", "last"), [("2026-12-31 12:00", 2027), ("2027-01-01 12:00", 2028), ("2030-05-01 12:00", 2031)]
)
def test_they_are_known_until_the_end_of_next_year(database: Database, at: str, last: int) -> None:
    """Also those of the years in which nobody looked: the setting held."""
    choose(database, SET, "DE-BY")
    keep_up(database, moment(at))
    found = days(database)
    assert {day.year for day in found} == set(range(2026, last + 1))
    assert min(found) == date(2026, 12, 25)
    keep_up(database, moment(at))
    assert days(database) == found


def test_the_reminder_looks_once_an_hour(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a setting that came by an import, say; what goes wrong is logged, and it looks again."""
    with database.noting() as connection:
        settings.put(connection, settings.HOLIDAYS, "AT", NOW)
    ahead = HolidaysAhead(database, logging.getLogger("test"))
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "holidays", None)
        ahead.look(moment("2026-11-24 14:00"))
    ahead.look(moment("2026-11-24 14:59"))
    assert days(database) == []
    ahead.look(moment("2026-11-24 15:00"))
    assert days(database)[0] == date(2026, 12, 8)


def test_an_end_between_setting_and_knowing_is_made_good(database: Database) -> None:
    """The next look finds what is lacking, and what is too much."""
    choose(database, SET, "DE-BY")
    with database.noting() as connection:
        settings.put(connection, settings.HOLIDAYS, "US", moment("2026-11-23 15:00").now)
    keep_up(database, moment("2026-11-23 16:00"))
    found = days(database)
    choose(database, SET, "US")
    assert days(database) == found


def test_today_is_one_of_them(database: Database) -> None:
    """By the person's day, whatever the date elsewhere."""
    found = choose(database, moment("2026-12-25 00:30"), "DE-BY")
    assert found is not None
    assert (found.first, found.reason, found.holiday) == (date(2026, 12, 25), "Christmas Day", True)


def test_a_region_that_the_library_does_not_know_any_more_changes_nothing(database: Database) -> None:
    """Nothing is stored before the days are known."""
    with pytest.raises(HabitError):
        choose(database, SET, "ZZ-NONE")
    assert not database.exists()


@pytest.mark.slow
def test_every_region_of_the_library_can_be_set() -> None:
    """Each code is read back as itself, kept as a setting, and named so that it can be shown."""
    import holidays as library

    for country, regions in library.list_supported_countries(include_aliases=False).items():
        for code in (country, *(f"{country}-{region}" for region in regions)):
            assert public_holidays.region(code) == code
            assert settings.parse(settings.HOLIDAYS, code) == code
        for name in public_holidays.names(country, date(2027, 1, 1), date(2027, 12, 31)).values():
            assert name.isprintable()
