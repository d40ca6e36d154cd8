"""What a command works with: the moment, the home, the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from habit_tracker.cli.group import STORED, shown
from habit_tracker.domain.errors import HabitError

if TYPE_CHECKING:
    from habit_tracker.cli.params.days import DayAsked
    from habit_tracker.clock import Moment
    from habit_tracker.domain.nudges.coming import Coming
    from habit_tracker.domain.nudges.view import View
    from habit_tracker.storage.database import Database
    from habit_tracker.storage.home import Home
    from habit_tracker.storage.session import Session


Given = ParamSpec("Given")
Result = TypeVar("Result")


def tell(sentence: str) -> None:
    """Say something beside what is asked for."""
    click.echo(shown(sentence), err=True)


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

        return Database(self.home, tell=tell)

    def take_replies(self) -> None:
        """Store what was replied to nudges while nobody could store it; what could not be taken is said once.

        What an editor was killed over is removed, unless it holds words.
        """
        from habit_tracker.storage.home import listing

        inbox = self.home.inbox
        try:
            names = [path.name for path in listing(inbox)]
        except HabitError as error:
            tell(f"Answers of yours may wait there: {error}")
            return
        if any(name.endswith((".json", ".unreadable.txt")) for name in names):
            from habit_tracker.actions import answers

            if answers.waiting(inbox):
                answers.collect(self.database, self.moment)
                self.keep_status()
                self._wake_reminder()
            for one in answers.not_yet_told(inbox):
                tell(f"A reply could not be taken: {one.reason} It is kept as {one.path}.")
        if self.home.editing.is_dir():
            from habit_tracker.cli import drafts

            drafts.sweep(self.home)

    @contextmanager
    def reading(self, as_of: DayAsked | None = None, *, indexed: bool = False) -> Iterator[Session]:
        """Look at the database, as if today were *as_of*; with the index of words up to date, where that can be.

        A reply that cannot be stored now waits on, and that is said.
        """
        try:
            self.take_replies()
        except HabitError as error:
            tell(f"An answer of yours is kept, but could not be stored yet. {error}")
        if indexed:
            from habit_tracker.storage.search.index import refresh

            refresh(self.database)
        from habit_tracker.storage.session import session as open_session

        with self.database.reading() as connection:
            session = open_session(connection, self.moment)
            yield session if as_of is None else _back(session, as_of.on(session.today))

    def act(
        self,
        action: Callable[Concatenate[Database, Moment, Given], Result],
        *given: Given.args,
        **more: Given.kwargs,
    ) -> Result:
        """What the *action* of the person brings, once the replies that wait are stored."""
        self.take_replies()
        return self.stored(action(self.database, self.moment, *given, **more))

    def stored(self, result: Result) -> Result:
        """The *result* of an action, now that it is stored: no failure undoes that, and the reminder sees it."""
        click.get_current_context().meta[STORED] = True
        self._keep_up()
        self.keep_status()
        self._wake_reminder()
        return result

    def keep_status(self) -> None:
        """Let shell prompts know what was changed."""
        from habit_tracker.actions.status import keep

        keep(self.database, self.moment)

    def _wake_reminder(self) -> None:
        """Let what was changed show at once: a question that was answered leaves the screen."""
        from habit_tracker.reminder.wake import wake

        wake(self.home)

    def _keep_up(self) -> None:
        """Let the holidays ahead be known; where they cannot be, `habit doctor` says so."""
        from habit_tracker.storage.holidays import in_use

        with suppress(HabitError):
            with self.database.reading() as connection:
                wanted = in_use(connection)
            if wanted:
                from habit_tracker.actions.holidays import keep_up

                keep_up(self.database, self.moment)

    def view(self, first: date | None = None) -> View:
        """What the decision about nudges looks at, and the ledger from the day *first* on."""
        from habit_tracker.storage.view import view

        with self.database.reading() as connection:
            return view(connection, self.moment.now, self.moment.zone, first)

    def coming(self) -> Coming | None:
        """The next question."""
        from habit_tracker.domain.nudges.coming import coming

        return coming(self.view())

    def window(self) -> str:
        """What the person wants the answer window to be made with."""
        from habit_tracker.storage.rules import answer_window

        return answer_window(self.database)

    def today(self) -> date:
        """The person's day at this moment."""
        from habit_tracker.storage.plans import calendar

        with self.database.reading() as connection:
            return calendar(connection, self.moment.zone).day_of(self.moment.now)

    def today_at_any_rate(self) -> date:
        """The same; where the database cannot be read, by the date alone."""
        from habit_tracker.storage.errors import StorageError

        try:
            return self.today()
        except StorageError:
            return self.moment.now.astimezone(self.moment.zone).date()

    def question(self) -> str:
        """The daily question, as the person wants to be asked it."""
        from habit_tracker.storage.rules import daily_question

        return daily_question(self.database)

    def unavailable_reason(self) -> str | None:
        """Why no notification can be shown here."""
        from habit_tracker.desktop.notifications.server import can_notify

        return can_notify()


def _back(session: Session, day: date) -> Session:
    """The same on an earlier *day*. Raises HabitError for one that has yet to come."""
    if day > session.today:
        from habit_tracker.domain.errors import HabitError

        raise HabitError(f"{day} has yet to come. --as-of takes today or an earlier day, as in 2026-11-20.")
    return session._replace(today=day, as_of=day)


pass_app = click.make_pass_decorator(App, ensure=True)
