"""What the person has set about nudges beside the plan. Each function works in the transaction it is given."""

from datetime import timedelta

from sqlalchemy import Connection

from habit_tracker.domain.nudges.decide import Rules
from habit_tracker.storage import settings
from habit_tracker.storage.settings import FOLLOW_UP, OFF, QUIET


def rules(connection: Connection) -> Rules:
    """The rules as they are set, the defaults where they are not."""
    default = Rules()
    return Rules(
        follow_up=settings.value(connection, FOLLOW_UP, default.follow_up),
        quiet=settings.value(connection, QUIET, default.quiet),
    )


def save(connection: Connection, changed: Rules) -> None:
    """Let these rules hold from now on."""
    wait, quiet = changed.follow_up, changed.quiet
    settings.put(connection, FOLLOW_UP, str(wait // timedelta(minutes=1)) if wait else OFF)
    settings.put(connection, QUIET, f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else OFF)
