"""Wins, plans, the ledger of nudges, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "wins",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Integer()),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("logged_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.CheckConstraint("confidence BETWEEN 1 AND 5", name="ck_wins_confidence"),
        sa.PrimaryKeyConstraint("id", name="pk_wins"),
        sa.UniqueConstraint("uid", name="uq_wins_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_wins_day_deleted_at", "wins", ["day", "deleted_at"])
    op.create_table(
        "plans",
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("weekdays", sa.String(7), nullable=False),
        sa.Column("weekly_on", sa.Integer()),
        sa.Column("weekly_at", sa.Time()),
        sa.PrimaryKeyConstraint("since", name="pk_plans"),
    )
    op.create_table(
        "nudges",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime()),
        sa.Column("delivered_at", sa.DateTime()),
        sa.Column("channel", sa.String(80)),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("day", "kind", "number", name="pk_nudges"),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
