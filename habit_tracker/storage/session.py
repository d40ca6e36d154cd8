"""An open transaction with what every act and every view looks at first: the person's calendar and day."""

from datetime import date, tzinfo
from typing import NamedTuple

from sqlalchemy import Connection

from habit_tracker.clock import Moment
from habit_tracker.domain.days.calendar import Calendar
from habit_tracker.storage.plans import calendar
from habit_tracker.storage.travel import lost_day


class Session(NamedTuple):
    """An open transaction at one moment of the person's life."""

    connection: Connection
    moment: Moment
    calendar: Calendar
    today: date
    as_of: date | None = None
    """The same as *today* where the person looks back with --as-of."""

    @property
    def zone(self) -> tzinfo:
        """The zone that the person is in."""
        return self.moment.zone


def session(connection: Connection, moment: Moment) -> Session:
    """The person's calendar and day, a date that a traveller has just lost taken as time off."""
    person = calendar(connection, moment.zone)
    today = person.day_of(moment.now)
    if lost := lost_day(connection, today, moment.zone):
        person = person.with_time_off(lost)
    return Session(connection, moment, person, today)
