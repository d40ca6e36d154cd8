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

    from habit_tracker.desktop.clock import Moment
    from habit_tracker.domain.calendar import Calendar
    from habit_tracker.domain.coming import Coming
    from habit_tracker.storage.database import Database
    from habit_tracker.storage.home import Home


class Open(NamedTuple):
    """An open transaction, with the person's calendar and day."""

    connection: Connection
    calendar: Calendar
    today: date


class App:
    """Made once per run; nothing is read before a command asks for it."""

    def __init__(self, moment: Moment | None = None) -> None:
        self._moment = moment

    @cached_property
    def moment(self) -> Moment:
        """The moment at which the command runs."""
        from habit_tracker.desktop.clock import read_clock

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
            from habit_tracker.storage.inbox import collect

            collect(self.database, self.moment.zone)

    @contextmanager
    def reading(self) -> Iterator[Open]:
        """Look at the database. A reply that cannot be stored now waits on, and that is said."""
        try:
            self.take_replies()
        except HabitError as error:
            click.echo(f"An answer of yours is kept, but could not be stored yet. {error}", err=True)
        with self.database.reading() as connection:
            yield self._open(connection)

    @contextmanager
    def writing(self) -> Iterator[Open]:
        """Change the database: all that the block does, or nothing."""
        self.take_replies()
        with self.database.writing() as connection:
            yield self._open(connection)

    def coming(self) -> Coming | None:
        """The next daily nudge."""
        from habit_tracker.domain.coming import coming
        from habit_tracker.storage.view import view

        with self.database.reading() as connection:
            return coming(view(connection, self.moment.now, self.moment.zone))

    def today(self) -> date:
        """The person's day at this moment."""
        from habit_tracker.storage.plans import calendar

        with self.database.reading() as connection:
            return calendar(connection, self.moment.zone).day_of(self.moment.now)

    def why_not(self) -> str | None:
        """Why no notification can be shown here."""
        from habit_tracker.desktop.server import can_notify

        return can_notify()

    def _open(self, connection: Connection) -> Open:
        from habit_tracker.storage.plans import calendar

        person = calendar(connection, self.moment.zone)
        return Open(connection, person, person.day_of(self.moment.now))


pass_app = click.make_pass_decorator(App, ensure=True)
