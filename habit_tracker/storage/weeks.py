"""What was said of weeks. Every function works inside the transaction it is given."""

from datetime import date, datetime

from sqlalchemy import Connection, exists, select

from habit_tracker.domain.progress.review import Review
from habit_tracker.domain.progress.week import WEEK
from habit_tracker.storage import stamps
from habit_tracker.storage.sound import readable
from habit_tracker.storage.tables import weeks, wins

chosen = exists().where(weeks.c.chosen == wins.c.uid, weeks.c.deleted_at.is_(None)).label("chosen")
"""Whether a win is the win of its week."""
_columns = [weeks.c[name] for name in Review._fields]


def between(connection: Connection, first: date, last: date) -> list[Review]:
    """The weeks that begin on the days *first* to *last*, both included, and of which something was said."""
    rows = select(*_columns).where(weeks.c.first.between(first, last), weeks.c.deleted_at.is_(None))
    return [Review._make(row) for row in readable(connection, rows.order_by(weeks.c.first))]


def until(connection: Connection, last: date) -> list[Review]:
    """The weeks up to the day *last* of which something was said, oldest first."""
    return between(connection, date.min, last)


def find(connection: Connection, first: date) -> Review:
    """What was said of the week that begins on the day *first*.

    A week that began on another weekday, before the person changed that, is the one that holds more of its days.
    """
    found = between(connection, first - WEEK / 2, first + WEEK / 2)
    return min(found, key=lambda review: abs(review.first - first), default=Review(first))


def save(connection: Connection, review: Review, now: datetime) -> None:
    """Let this be what is said of the week."""
    stamps.put(connection, weeks, review._asdict(), now)
