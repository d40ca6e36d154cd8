"""What the person has set about nudges beside the plan. Each function works in the transaction it is given."""

from datetime import time, timedelta

from sqlalchemy import Connection

from habit_tracker.domain.nudges.decide import Rules
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.storage import settings

FOLLOW_UP, QUIET, OFF = "follow-up", "quiet", "off"


def rules(connection: Connection) -> Rules:
    """The rules as they are set, the defaults where they are not."""
    default = Rules()
    follow_up, quiet = settings.get(connection, FOLLOW_UP), settings.get(connection, QUIET)
    return Rules(
        follow_up=default.follow_up if follow_up is None else _minutes(follow_up),
        quiet=default.quiet if quiet is None else _hours(quiet),
    )


def follow_up_text(wait: timedelta | None) -> str:
    """How the settings keep the wait before a follow-up, in minutes."""
    return str(wait // timedelta(minutes=1)) if wait else OFF


def quiet_text(quiet: Quiet | None) -> str:
    """How the settings keep quiet hours."""
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else OFF


def _minutes(text: str) -> timedelta | None:
    return None if text == OFF else timedelta(minutes=int(text))


def _hours(text: str) -> Quiet | None:
    start, _, end = text.partition("-")
    return None if text == OFF else Quiet(time.fromisoformat(start), time.fromisoformat(end))
