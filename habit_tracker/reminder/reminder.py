"""The reminder: at each look it compares what should have happened with the ledger, and acts on the difference."""

import logging
from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from habit_tracker import clock
from habit_tracker.actions import answers, nudges
from habit_tracker.clock import Moment
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.decide import View
from habit_tracker.domain.nudges.delivery import delivered, failed
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, NudgeKey, Outcome
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.reminder.clock_check import ClockCheck
from habit_tracker.reminder.daily_backup import DailyBackup
from habit_tracker.reminder.requests import request_for, thanks_for
from habit_tracker.reminder.screen import Screen
from habit_tracker.reminder.status_keeper import StatusKeeper
from habit_tracker.storage import journal, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.view import view


class Reminder:
    """Shows on *screen* what the database says is due, and notes there what became of it."""

    def __init__(
        self,
        database: Database,
        screen: Screen,
        log: logging.Logger,
        synchronised: Callable[[], bool] = clock.synchronised,
    ) -> None:
        self._synchronised = synchronised
        self._database = database
        self._screen = screen
        self._log = log
        self._daily_backup = DailyBackup(database.home, log)
        self._status = StatusKeeper(database)
        self._clock_check: ClockCheck | None = None
        self._seen_file = False
        self._reports: deque[tuple[NudgeKey, Report]] = deque()

    def hear(self, key: NudgeKey, report: Report) -> None:
        """Take the *report* about a nudge; the next look notes it. May be called from any thread."""
        self._reports.append((key, report))

    def look(self, moment: Moment) -> datetime:
        """Do what is to be done now; the UTC instant at which to look again at the latest.

        Raises StorageError when the database cannot be used; then nothing was done, and the next look does it.
        """
        self._watch_file()
        self._take_replies(moment)
        reports = list(self._reports)
        notes = [(key, partial(_noted, report=report, now=moment.now)) for key, report in reports]
        doubt = self._doubt(moment)
        seen, decision = nudges.look(
            self._database, moment, lambda: doubt or self._screen.unavailable_reason(), notes
        )
        for _ in reports:
            self._reports.popleft()
        self._say(decision.changes)
        if doubt:
            return decision.look_again
        self._status.look(moment)
        rows = {nudge.key: nudge for nudge in [*seen.ledger, *decision.changes]}
        self._screen.keep_only({key for key, nudge in rows.items() if _stands(nudge, moment.now)})
        if decision.send:
            self._show(decision.send, moment, seen)
        self._daily_backup.look(moment.now)
        return decision.look_again

    def _doubt(self, moment: Moment) -> str | None:
        """Why the clock is not believed just now."""
        if self._clock_check is None:
            with self._database.reading() as connection:
                rows = view(connection, moment.now, moment.zone).ledger
            noted = [nudge.delivered_at or nudge.due_at for nudge in rows]
            self._clock_check = ClockCheck(max(noted, default=None), self._synchronised)
        return self._clock_check.doubt(moment)

    def _watch_file(self) -> None:
        """A file that was here is waited for when it is away: an empty one must not take its place."""
        there = self._database.home.database.exists()
        if self._seen_file and not there:
            raise StorageError(f"The database {self._database.home.database} is not there any more.")
        self._seen_file = there

    def _take_replies(self, moment: Moment) -> None:
        taken = answers.collect(self._database, moment)
        for one in taken.put_aside:
            self._log.warning("A reply could not be taken: %s It is kept as %s.", one.reason, one.path)
        for reply in taken.replies:
            self._log.info("%s: %s", reply.key.day, reply.choice)
            if reply.choice == "answer":
                _, now = self._standing(moment)
                self._screen.confirm(reply.key, thanks_for(reply.key.day, now))

    def _show(self, nudge: Nudge, moment: Moment, view: View) -> None:
        days, now = self._standing(moment)
        with self._database.reading() as connection:
            before = journal.newest(connection)
        request = request_for(nudge, moment, view.calendar, days, now, self._database.home.inbox)
        self._screen.show(request._replace(hint=before and before.text))

    def _standing(self, moment: Moment) -> tuple[list[date], Standing]:
        """The days with a win, and what they make of the streak."""
        with self._database.reading() as connection:
            person, days = plans.calendar(connection, moment.zone), journal.days(connection)
        return days, standing(person, days, person.day_of(moment.now))

    def _say(self, changes: list[Nudge]) -> None:
        for nudge in changes:
            because = f" ({nudge.reason})" if nudge.reason else ""
            self._log.info(
                "%s %s %s: %s%s", nudge.day, nudge.prompt.name, nudge.key.occurrence, nudge.outcome, because
            )


def _stands(nudge: Nudge, now: datetime) -> bool:
    """Whether it is on the screen, or on its way there; what was put off is neither."""
    return nudge.outcome in ON_SCREEN or (nudge.outcome is Outcome.WAITING and not _is_put_off(nudge, now))


def _is_put_off(nudge: Nudge, now: datetime) -> bool:
    return nudge.snoozed_until is not None and nudge.snoozed_until > now


def _noted(nudge: Nudge, report: Report, now: datetime) -> Nudge:
    """The row as the report changes it. What the person did meanwhile stands."""
    if nudge.outcome is not Outcome.WAITING or _is_put_off(nudge, now):
        return nudge
    if report.report in {"shown", "sent"}:
        return delivered(nudge, now, report.channel or "unknown", report.report == "shown")
    if report.report in {"failed", "held"}:
        return failed(nudge, now, report.reason or "no reason was given")
    return nudge
