"""What the checks look at, each thing looked at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from habit_tracker.cli.app import App
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.desktop.notifications.server import Server
from habit_tracker.domain.nudges.nudge import Nudge
from habit_tracker.domain.nudges.view import View
from habit_tracker.reminder.lock import Running
from habit_tracker.reminder.service import Registration
from habit_tracker.storage.errors import StorageError

if TYPE_CHECKING:
    from habit_tracker.desktop.busy import Sign
    from habit_tracker.desktop.notifications.quiet_signs import Quiet

LAST = 7


class Probe:
    """The computer as it is now. *saw* asks the person whether they saw a notification, where somebody can."""

    def __init__(self, app: App, saw: Callable[[], bool] | None = None) -> None:
        self.app = app
        self.saw = saw

    @cached_property
    def running(self) -> Running | None:
        """The reminder that runs."""
        from habit_tracker.reminder.lock import running

        return running(self.app.home)

    @cached_property
    def registration(self) -> Registration:
        """What starts it at login."""
        from habit_tracker.reminder.service import registration

        return registration(self.app.home)

    @cached_property
    def server(self) -> Server | str:
        """The notification server, or why none answers."""
        from habit_tracker.desktop.notifications.server import describe_server

        return describe_server()

    @cached_property
    def quiet(self) -> Quiet:
        """Whether notifications are held back."""
        from habit_tracker.desktop.notifications.do_not_disturb import quiet_here

        return quiet_here()

    @cached_property
    def signs(self) -> dict[str, Sign]:
        """What tells whether the person is busy, by its name."""
        from habit_tracker.desktop.busy import signs

        return signs()

    @property
    def answers(self) -> bool:
        """Whether the reminder that runs can be asked: it is asked by a file."""
        return self.running is not None and os.access(self.app.home.folder, os.W_OK)

    @contextmanager
    def test_notification(self) -> Iterator[Report]:
        """What became of a test notification, which is there until the end; the running reminder sends it."""
        from habit_tracker.desktop.notifications.test_notification import SampleNotification
        from habit_tracker.reminder.inquiry import asked
        from habit_tracker.reminder.requests import trial

        home, today = self.app.home, self.app.today_at_any_rate()
        if self.answers:
            with asked(home, test_for=today) as said:
                yield (said and said.report) or Report("failed", reason="the running reminder sent none")
        else:
            asked_for = trial(today, self.app.moment, home.inbox, self.app.question())._replace(window=self.window)
            with SampleNotification(asked_for) as sample:
                yield sample.report

    @cached_property
    def window(self) -> str:
        """What the person wants the answer window to be made with."""
        return self.app.window()

    @cached_property
    def toolkits(self) -> dict[str, str | None]:
        """What can open the answer window, each with the reason why it cannot."""
        from habit_tracker.desktop.window.process import toolkits

        return toolkits(self.window)

    @cached_property
    def view(self) -> View | None:
        """What the decision about nudges looks at; None where the database cannot be read."""
        from habit_tracker.storage.view import view

        with suppress(StorageError), self.app.database.reading() as connection:
            return view(connection, self.app.moment.now, self.app.moment.zone)
        return None

    @cached_property
    def last_nudges(self) -> list[Nudge]:
        """The last rows of the ledger, oldest first, as far as they can be read."""
        return self.view.ledger[-LAST:] if self.view else []
