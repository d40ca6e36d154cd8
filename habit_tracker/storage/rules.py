"""What the person has set about nudges beside the plan. Each function works in the transaction it is given."""

from contextlib import suppress
from datetime import timedelta

from sqlalchemy import Connection

from habit_tracker.domain.nudges.delivery import AUTO
from habit_tracker.domain.nudges.quiet import Quiet
from habit_tracker.domain.nudges.view import Rules
from habit_tracker.storage import settings
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import StorageError
from habit_tracker.storage.settings import BUSY, FOLLOW_UP, OFF, QUESTION, QUIET, WINDOW


def rules(connection: Connection) -> Rules:
    """The rules as they are set, the defaults where they are not."""
    default = Rules()
    return Rules(
        follow_up=settings.value(connection, FOLLOW_UP, default.follow_up),
        quiet=settings.value(connection, QUIET, default.quiet),
        question=settings.value(connection, QUESTION, None) or default.question,
        busy=bool(settings.value(connection, BUSY, default.busy)),
    )


def answer_window(database: Database) -> str:
    """What the person wants the answer window to be made with, as far as that can be read just now."""
    with suppress(StorageError), database.reading() as connection:
        return settings.value(connection, WINDOW, AUTO)
    return AUTO


def follow_up_text(wait: timedelta | None) -> str:
    """How the settings keep the wait before a follow-up, in minutes."""
    return str(wait // timedelta(minutes=1)) if wait else OFF


def quiet_text(quiet: Quiet | None) -> str:
    """How the settings keep quiet hours."""
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else OFF


def daily_question(database: Database) -> str:
    """The daily question as the person wants to be asked it; the usual one where the database cannot be read."""
    try:
        with database.reading() as connection:
            return rules(connection).question
    except StorageError:
        return Rules().question
