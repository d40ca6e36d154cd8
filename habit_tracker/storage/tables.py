"""The tables. A change here needs a migration; `alembic check` compares the two."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, MetaData, String, Table, Text, Time

from habit_tracker.storage.types import Instant, OutcomeName, Weekdays

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
    CheckConstraint("confidence BETWEEN 1 AND 5", name="confidence"),
    sqlite_autoincrement=True,  # a number that people were told is never given to another win
)
kept = wins.c.deleted_at.is_(None)
# Days and their number are read from this index alone, however many wins there are.
Index(None, wins.c.day, wins.c.deleted_at)
# The few that were deleted are counted from this one.
Index(None, wins.c.deleted_at, sqlite_where=wins.c.deleted_at.is_not(None))

plans = Table(
    "plans",
    metadata,
    Column("since", Date, primary_key=True),
    Column("at", Time, nullable=False),
    Column("weekdays", Weekdays, nullable=False),
    Column("weekly_on", Integer),
    Column("weekly_at", Time),
)

time_off = Table(
    "time_off",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reason", Text),
)

day_starts = Table(
    "day_starts",
    metadata,
    Column("since", Date, primary_key=True),
    Column("at", Time, nullable=False),
)

nudges = Table(
    "nudges",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("due_at", Instant, nullable=False),
    Column("outcome", OutcomeName, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", Instant),
    Column("delivered_at", Instant),
    Column("channel", String(80)),
    Column("reason", Text),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
