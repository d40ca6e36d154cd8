"""The reminder: at each look it compares what should have happened with the ledger, and acts on the difference."""

import logging
from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from habit_tracker import clock
from habit_tracker.actions import answers, nudges
from habit_tracker.actions.memories import remember
from habit_tracker.actions.milestones import reach_by_answer
from habit_tracker.clock import Moment
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.nudges.busy import Heed, heed
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey
from habit_tracker.domain.nudges.view import View
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.reminder.bounds import Bounds, shortly_after
from habit_tracker.reminder.clock_check import ClockCheck
from habit_tracker.reminder.daily_backup import DailyBackup
from habit_tracker.reminder.holidays import HolidaysAhead
from habit_tracker.reminder.noting import noted, stands
from habit_tracker.reminder.requests import request_for, thanks_for
from habit_tracker.reminder.screen import Screen
from habit_tracker.reminder.status_keeper import StatusKeeper
from habit_tracker.storage import journal, plans
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.rules import answer_window
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
        self._holidays = HolidaysAhead(database, log)
        self._status = StatusKeeper(database)
        self._clock_check: ClockCheck | None = None
        self._seen_file = False
        self._bounds = Bounds()
        self._engaged_since: dict[NudgeKey, datetime] = {}
        self._reports: deque[tuple[NudgeKey, Report]] = deque()

    def hear(self, key: NudgeKey, report: Report) -> None:
        """Take the *report* about a nudge; the next look notes it. May be called from any thread."""
        self._bounds.hear(key, report)
        self._reports.append((key, report))

    def look(self, moment: Moment) -> datetime:
        """Do what is to be done now; the UTC instant at which to look again at the latest.

        Raises StorageError when the database cannot be used; then nothing was done, and the next look does it.
        """
        self._watch_file()
        for key in self._screen.adopt():
            self._bounds.found(key)
        self._take_replies(moment)
        reports = list(self._reports)
        notes = [(key, partial(noted, report=report, now=moment.now)) for key, report in reports]
        doubt = self._doubt(moment)
        hold = partial(self._hold, doubt or self._bounds.too_soon(moment.uptime))
        seen, decision = nudges.look(self._database, moment, hold, notes, self._bounds.memory())
        for _ in reports:
            self._reports.popleft()
        self._say(decision.changes)
        if doubt:
            return decision.look_again
        self._status.look(moment)
        rows = {nudge.key: nudge for nudge in [*seen.ledger, *decision.changes]}
        self._screen.keep_only({key for key, nudge in rows.items() if stands(nudge, moment.now)})
        if decision.send:
            self._show(decision.send, moment, seen)
        self._daily_backup.look(moment.now)
        self._holidays.look(moment)
        return decision.look_again

    def _hold(self, reason: str | None, seen: View, nudge: Nudge) -> str | None:
        """Why *nudge* is not shown just now: for that *reason*, or because it cannot be, or would disturb."""
        reason = reason or shortly_after(nudge, seen) or self._screen.unavailable_reason()
        heeded = heed(nudge, seen, self._engaged_since.get(nudge.key))
        if reason or heeded is Heed.NOTHING:
            return reason
        found = self._screen.busy(engaged=heeded is Heed.ALL)
        if found and found.engaged:
            self._engaged_since.setdefault(nudge.key, seen.now)
        return found and found.reason

    def _doubt(self, moment: Moment) -> str | None:
        """Why the clock is not believed just now."""
        if self._clock_check is None:
            with self._database.reading() as connection:
                rows = view(connection, moment.now, moment.zone).ledger
            known = [nudge.delivered_at or nudge.due_at for nudge in rows]
            self._clock_check = ClockCheck(max(known, default=None), self._synchronised)
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
                reached = reach_by_answer(self._database, moment, reply.key.day)
                self._screen.confirm(reply.key, thanks_for(reply.key.day, now, reached.short if reached else ""))

    def _show(self, nudge: Nudge, moment: Moment, view: View) -> None:
        days, now = self._standing(moment)
        before = remember(self._database, moment, unasked_from=1)
        request = request_for(nudge, moment, view, days, now, self._database.home.inbox)
        self._bounds.sent(nudge, moment.uptime)
        window = answer_window(self._database)
        self._screen.show(request._replace(hint=before and before.win.text, window=window))

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
