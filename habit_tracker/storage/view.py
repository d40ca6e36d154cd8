"""All that the decision about nudges looks at, read from the database."""

from datetime import date, datetime, tzinfo

from sqlalchemy import Connection

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.judge import believed
from habit_tracker.domain.nudges.view import View
from habit_tracker.storage import journal, ledger, plans, settings
from habit_tracker.storage.rules import rules
from habit_tracker.storage.settings import REMINDING_SINCE


def view(connection: Connection, now: datetime, zone: tzinfo, first: date | None = None) -> View:
    """What there is to see at the instant *now* for a person in *zone*; the ledger reaches back to *first*."""
    person = plans.calendar(connection, zone)
    today = person.day_of(now)
    rows = ledger.recent(connection, today, first)
    oldest = min((nudge.day for nudge in rows), default=today) - ONE_DAY
    seen = View(
        now,
        person,
        rules(connection),
        journal.logged_days(connection, oldest),
        rows,
        since=settings.value(connection, REMINDING_SINCE, None),
        ahead=ledger.since(connection, today + ONE_DAY),
    )
    return believed(seen)


def begin(connection: Connection, today: date, now: datetime) -> None:
    """Note that *today* is the first day on which anybody looked: no day before it was due."""
    settings.put(connection, REMINDING_SINCE, today.isoformat(), now)
