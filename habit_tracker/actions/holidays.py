"""Public holidays: setting whose they are, and knowing them ahead."""

from datetime import date, datetime

from sqlalchemy import Connection

from habit_tracker.actions.act import acting, told
from habit_tracker.clock import Moment
from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import holidays, settings
from habit_tracker.storage.database import Database
from habit_tracker.storage.plans import calendar
from habit_tracker.storage.settings import HOLIDAYS, OFF
from habit_tracker.transfer import public_holidays


def choose(database: Database, moment: Moment, regions: str | None) -> TimeOff | None:
    """Let the holidays of *regions* be time off from today on, or none; the next of them.

    Raises HabitError, with nothing changed, where they cannot be known.
    """
    with database.reading() as connection:
        today = calendar(connection, moment.zone).day_of(moment.now)
    names = public_holidays.names(regions, today, _horizon(today)) if regions else {}
    if regions and not names:
        raise HabitError(f"No public holidays of {regions} are known from {today} to {_horizon(today)}.")
    with acting(database, moment) as act:
        settings.put(act.connection, HOLIDAYS, regions or OFF, moment.now)
        told(act, f"set holidays to {regions or OFF}")
    with database.noting() as connection:  # as `keep_up` would: the days are no part of what can be taken back
        holidays.drop_ahead(connection, today)
        if regions:
            _give(connection, regions, names, moment, today)
        return next((off for off in holidays.all_holidays(connection) if off.last >= today), None)


def keep_up(database: Database, moment: Moment) -> None:
    """Let the holidays from today on be those of the setting, known until the end of next year.

    Where nothing is to be done it only looks. Raises NoLibraryError where they cannot be known; those that are
    known hold on.
    """
    with database.reading() as connection:
        person = calendar(connection, moment.zone)
        today = person.day_of(moment.now)
        regions = settings.value(connection, HOLIDAYS, None)
        set_at = settings.set_at(connection, HOLIDAYS)
        strangers = holidays.strangers(connection, regions, today)
        known = holidays.noted(connection)
    if strangers:
        with database.noting() as connection:
            holidays.drop_ahead(connection, today, but=regions)
    if regions and set_at and (strangers or known != _known(regions, set_at, today)):
        names = public_holidays.names(regions, person.day_of(set_at), _horizon(today))
        with database.noting() as connection:
            _give(connection, regions, names, moment, today)


def _give(connection: Connection, regions: str, names: dict[date, str], moment: Moment, today: date) -> None:
    holidays.give(connection, regions, names, moment.now)
    if set_at := settings.set_at(connection, HOLIDAYS):
        holidays.note(connection, _known(regions, set_at, today))


def _known(regions: str, set_at: datetime, today: date) -> str:
    """What is noted once all is known: for which setting, and until the end of which year."""
    return f"{regions} {set_at.timestamp()} {_horizon(today).year}"


def _horizon(today: date) -> date:
    return date(today.year + 1, 12, 31)
