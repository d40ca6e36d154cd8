"""Keeping the status file: what shell prompts and bars say of today."""

from contextlib import suppress
from datetime import date, datetime, tzinfo

from habit_tracker import status_file
from habit_tracker.clock import Moment
from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.progress.streaks import Standing, standing
from habit_tracker.private_files import write_passing_file
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database
from habit_tracker.storage.session import Session
from habit_tracker.storage.session import session as open_session


def keep(database: Database, moment: Moment) -> bool:
    """Let the status file say how today and the day after it stand; whether it now does.

    It never fails: what it follows is done. A file that cannot be written is removed, for it may be wrong.
    """
    path = database.home.status
    with suppress(Exception):
        with database.reading() as connection:
            content = _content(open_session(connection, moment))
        if content is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != content:
            write_passing_file(path, [content])
        return True
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return False


def _content(session: Session) -> bytes | None:
    """The file for what stands in the database; None before the first win."""
    days, today = journal.days(session.connection), session.today
    if not days or days[0] > today:
        return None
    since = session.calendar.start_of(today)
    told = [_told(session, days, day) for day in (today, today + ONE_DAY)]
    return status_file.text(int(since.timestamp()), _offset(since, session.zone), told).encode()


def _told(session: Session, days: list[date], day: date) -> dict[str, object]:
    """What a prompt says on *day*, should nothing more be logged by its end."""
    now = standing(session.calendar, days, day)
    return {
        "state": _state(now),
        "streak": now.current.wins if now.current else 0,
        "risk": "at-risk" if now.at_risk else "safe",
        "until": int(session.calendar.end_of(day).timestamp()),
    }


def _state(now: Standing) -> str:
    if now.won_today:
        return "won"
    return "open" if now.counts_today else "off"


def _offset(instant: datetime, zone: tzinfo) -> int:
    offset = instant.astimezone(zone).utcoffset()
    assert offset is not None  # noqa: S101  an aware instant has one
    return int(offset.total_seconds())
