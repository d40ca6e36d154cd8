"""The reminder: at each look it compares what should have happened with the ledger, and acts on the difference."""

import logging
from collections import deque
from datetime import date, datetime

from sqlalchemy import Connection

from habit_tracker.actions import answers
from habit_tracker.clock import Moment
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.decide import Decision, View, decide
from habit_tracker.domain.nudges.delivery import delivered, failed
from habit_tracker.domain.nudges.nudge import ON_SCREEN, Nudge, Outcome
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.reminder.daily_backup import DailyBackup
from habit_tracker.reminder.requests import request_for, thanks_for
from habit_tracker.reminder.screen import Key, Screen
from habit_tracker.storage import journal, ledger, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.view import begin
from habit_tracker.storage.view import view as view_of

STANDS = ON_SCREEN | {Outcome.WAITING}


class Reminder:
    """Shows on *screen* what the database says is due, and notes there what became of it."""

    def __init__(self, database: Database, screen: Screen, log: logging.Logger) -> None:
        self._database = database
        self._screen = screen
        self._log = log
        self._daily_backup = DailyBackup(database.home, log)
        self._seen_file = False
        self._reports: deque[tuple[Key, Report]] = deque()

    def hear(self, key: Key, report: Report) -> None:
        """Take the *report* about a nudge; the next look notes it. May be called from any thread."""
        self._reports.append((key, report))

    def look(self, moment: Moment) -> datetime:
        """Do what is to be done now; the UTC instant at which to look again at the latest.

        Raises StorageError when the database cannot be used; then nothing was done, and the next look does it.
        """
        self._watch_file()
        self._take_replies(moment)
        view, decision = self._decided(moment)
        rows = {nudge.key: nudge for nudge in [*view.ledger, *decision.changes]}
        self._screen.keep_only({key for key, nudge in rows.items() if nudge.outcome in STANDS})
        if decision.send:
            self._show(decision.send, moment, view)
        self._daily_backup.look(moment.now)
        return decision.look_again

    def _watch_file(self) -> None:
        """A file that was here is waited for when it is away: an empty one must not take its place."""
        there = self._database.home.database.exists()
        if self._seen_file and not there:
            raise StorageError(f"The database {self._database.home.database} is not there any more.")
        self._seen_file = there

    def _take_replies(self, moment: Moment) -> None:
        for reply in answers.collect(self._database, moment.zone):
            self._log.info("%s: %s", reply.day, reply.choice)
            if reply.choice == "answer":
                _, now = self._standing(moment)
                thanks = thanks_for(reply.day, now)
                self._screen.confirm((reply.day, reply.kind, reply.number), thanks)

    def _decided(self, moment: Moment) -> tuple[View, Decision]:
        """The decision of this moment, noted in the ledger: what is to be sent is claimed there."""
        with self._database.reading() as connection:
            view = view_of(connection, moment.now, moment.zone)
        decision = decide(view)
        held = self._screen.unavailable_reason() if decision.send else None
        decision = decide(view._replace(held=held)) if held else decision
        if not self._reports and not decision.changes and view.since:
            return view, decision
        reports = list(self._reports)
        with self._database.writing() as connection:
            if view.since is None:
                begin(connection, view.today)
            ledger.write(connection, _noted(connection, reports, moment.now))
            view = view_of(connection, moment.now, moment.zone)
            decision = decide(view._replace(held=held))
            ledger.write(connection, decision.changes)
        for _ in reports:
            self._reports.popleft()
        self._say(decision.changes)
        return view, decision

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
            self._log.info("%s %s %s: %s%s", nudge.day, nudge.kind, nudge.number, nudge.outcome, because)


def _noted(connection: Connection, reports: list[tuple[Key, Report]], now: datetime) -> list[Nudge]:
    """The rows as the reports change them. What the person did meanwhile stands."""
    rows: dict[Key, Nudge] = {}
    for key, report in reports:
        nudge = rows.get(key) or ledger.find(connection, *key)
        if nudge is None or nudge.outcome is not Outcome.WAITING:
            continue
        if report.report in {"shown", "sent"}:
            rows[key] = delivered(nudge, now, report.channel or "unknown", report.report == "shown")
        elif report.report in {"failed", "held"}:
            rows[key] = failed(nudge, now, report.reason or "no reason was given")
    return list(rows.values())
