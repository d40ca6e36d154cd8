"""What a command works with: the moment, the home, the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import click

from habit_tracker.domain.errors import HabitError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from habit_tracker.cli.params.days import DayAsked
    from habit_tracker.clock import Moment
    from habit_tracker.domain.days.calendar import Calendar
    from habit_tracker.domain.nudges.coming import Coming
    from habit_tracker.storage.database import Database
    from habit_tracker.storage.home import Home


class Session(NamedTuple):
    """An open transaction, with the person's calendar and day."""

    connection: Connection
    calendar: Calendar
    today: date
    as_of: date | None = None
    """The same as *today* where the person looks back with --as-of."""


class App:
    """Made once per run; nothing is read before a command asks for it."""

    def __init__(self, moment: Moment | None = None) -> None:
        self._moment = moment

    @cached_property
    def moment(self) -> Moment:
        """The moment at which the command runs."""
        from habit_tracker.clock import read_clock

        return self._moment or read_clock()

    @cached_property
    def home(self) -> Home:
        """Where the data lies."""
        from habit_tracker.storage.home import find_home

        return find_home()

    @cached_property
    def database(self) -> Database:
        """The person's database."""
        from habit_tracker.storage.database import Database

        return Database(self.home, tell=lambda sentence: click.echo(sentence, err=True))

    def take_replies(self) -> None:
        """Store what was replied to nudges while nobody could store it."""
        if any(self.home.inbox.glob("*.json")):
            from habit_tracker.actions.answers import collect

            collect(self.database, self.moment.zone)

    @contextmanager
    def reading(self, as_of: DayAsked | None = None) -> Iterator[Session]:
        """Look at the database, as if today were *as_of*.

        A reply that cannot be stored now waits on, and that is said.
        """
        try:
            self.take_replies()
        except HabitError as error:
            click.echo(f"An answer of yours is kept, but could not be stored yet. {error}", err=True)
        with self.database.reading() as connection:
            session = self._open(connection)
            yield session if as_of is None else _back(session, as_of.on(session.today))

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Change the database: all that the block does, or nothing."""
        self.take_replies()
        with self.database.writing() as connection:
            yield self._open(connection)

    def coming(self) -> Coming | None:
        """The next daily nudge."""
        from habit_tracker.domain.nudges.coming import coming
        from habit_tracker.storage.view import view

        with self.database.reading() as connection:
            return coming(view(connection, self.moment.now, self.moment.zone))

    def today(self) -> date:
        """The person's day at this moment."""
        from habit_tracker.storage.plans import calendar

        with self.database.reading() as connection:
            return calendar(connection, self.moment.zone).day_of(self.moment.now)

    def unavailable_reason(self) -> str | None:
        """Why no notification can be shown here."""
        from habit_tracker.desktop.notifications.server import can_notify

        return can_notify()

    def _open(self, connection: Connection) -> Session:
        from habit_tracker.storage.plans import calendar
        from habit_tracker.storage.travel import lost_day

        person = calendar(connection, self.moment.zone)
        today = person.day_of(self.moment.now)
        if lost := lost_day(connection, today, self.moment.zone):
            person = person.with_time_off(lost)
        return Session(connection, person, today)


def _back(session: Session, day: date) -> Session:
    """The same on an earlier *day*. Raises HabitError for one that has yet to come."""
    if day > session.today:
        from habit_tracker.domain.errors import HabitError

        raise HabitError(f"{day} has yet to come. --as-of takes today or an earlier day, as in 2026-11-20.")
    return session._replace(today=day, as_of=day)


pass_app = click.make_pass_decorator(App, ensure=True)
