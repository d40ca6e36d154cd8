"""The tables. A change here needs a migration; `alembic check` compares the two."""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
)

from habit_tracker.storage.types import Instant, OutcomeName, PromptName, Weekdays

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)

wins = Table(
    "wins",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("uid", String(36), nullable=False, unique=True),
    Column("day", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("confidence", Integer),
    Column("source", String(20), nullable=False),
    Column("logged_at", Instant, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("deleted_at", Instant),
    # when each of the fields that a person can change was changed last; empty for one that never was
    Column("day_updated_at", Instant),
    Column("text_updated_at", Instant),
    Column("confidence_updated_at", Instant),
    Column("deleted_updated_at", Instant),
    CheckConstraint("confidence BETWEEN 1 AND 5", name="confidence"),
    sqlite_autoincrement=True,  # a number that people were told is never given to another win
    info={
        "stamps": {
            "day": "day_updated_at",
            "text": "text_updated_at",
            "confidence": "confidence_updated_at",
            "deleted_at": "deleted_updated_at",
        }
    },
)
kept = wins.c.deleted_at.is_(None)
# Days and their number are read from this index alone, however many wins there are.
Index(None, wins.c.day, wins.c.deleted_at)
# The few that were deleted are counted from this one.
Index(None, wins.c.deleted_at, sqlite_where=wins.c.deleted_at.is_not(None))


def _stamps() -> tuple[Column[Any], Column[Any]]:
    """What lets two computers agree on a row: when it was changed last, and since when it holds no more."""
    return Column("updated_at", Instant, nullable=False), Column("deleted_at", Instant)


plans = Table(
    "plans",
    metadata,
    Column("since", Date, primary_key=True),
    Column("weekdays", Weekdays, nullable=False),
    *_stamps(),
)

plan_prompts = Table(
    "plan_prompts",
    metadata,
    Column("since", Date, primary_key=True),
    Column("prompt", PromptName, primary_key=True),
    Column("occurrence", Integer, primary_key=True, autoincrement=False),
    Column("weekdays", Weekdays, nullable=False),
    Column("at", Time),
    *_stamps(),
)

time_off = Table(
    "time_off",
    metadata,
    Column("day", Date, primary_key=True),
    Column("reason", Text),
    *_stamps(),
)

holidays = Table(
    "holidays",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", Text, nullable=False),
    Column("regions", Text, nullable=False),  # the setting that gave it
    *_stamps(),
    info={"merged": True},  # the program gives and drops them as well as the person
)

notes = Table(
    "notes",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    # what the program has done here, so that it does not do it again
    info={"recorded": False, "travels": False},
)

day_starts = Table(
    "day_starts",
    metadata,
    Column("since", Date, primary_key=True),
    Column("at", Time, nullable=False),
    *_stamps(),
)

weeks = Table(
    "weeks",
    metadata,
    Column("first", Date, primary_key=True),
    Column("chosen", String(36)),  # the uid of the win of the week
    Column("why", Text),
    Column("rate", Integer),
    Column("gladly", Integer),
    Column("obstacle", Text),
    *_stamps(),
    CheckConstraint("rate BETWEEN 1 AND 5", name="rate"),
    CheckConstraint("gladly BETWEEN 1 AND 5", name="gladly"),
)
Index(None, weeks.c.chosen)

nothing_days = Table(
    "nothing_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("reason", Text),
    *_stamps(),
)

nudges = Table(
    "nudges",
    metadata,
    Column("day", Date, primary_key=True),
    Column("prompt", PromptName, primary_key=True),
    Column("occurrence", Integer, primary_key=True, autoincrement=False),
    Column("due_at", Instant, nullable=False),
    Column("outcome", OutcomeName, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("snoozes", Integer, nullable=False),
    Column("snoozed_until", Instant),
    Column("not_before", Instant),
    Column("delivered_at", Instant),
    Column("channel", String(80)),
    Column("reason", Text),
    Column("showings", Integer, nullable=False, server_default="0"),
    # the reminder's notes; what a person does to them is recorded on demand, and merged when it is taken back
    info={"recorded": False, "merged": True},
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    *_stamps(),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("words", Text, nullable=False),
    Column("undone_at", Instant),
    Column("exact", Boolean, nullable=False),
    Column("replaced", Text),
    info={"recorded": False, "travels": False},
)

changed_rows = Table(
    "changed_rows",
    metadata,
    Column(
        "change_id", Integer, ForeignKey("changes.id", name="fk_changed_rows_change_id_changes"), primary_key=True
    ),
    Column("table_name", String(40), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("before", Text),
    Column("after", Text),
    info={"recorded": False, "travels": False},
)

unindexed_wins = Table(
    "unindexed_wins",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    # what the index of words has for the win of that number, empty where that is nothing
    Column("indexed", Text),
    info={"recorded": False, "travels": False, "derived": True},
)

remembered = Table(
    "remembered",
    metadata,
    Column("day", Date, primary_key=True),
    Column("uid", String(36), nullable=False),
    info={"recorded": False, "travels": False},
)

milestones = Table(
    "milestones",
    metadata,
    Column("kind", String(20), primary_key=True),
    # the highest that was reached, whether or not a word was said about it
    Column("level", Integer, nullable=False),
    info={"recorded": False, "travels": False},
)
