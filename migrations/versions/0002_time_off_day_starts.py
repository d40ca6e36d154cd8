"""Time off, when the person's day begins, and an index of the deleted wins."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables and the index."""
    op.create_table(
        "time_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_time_off"),
    )
    op.create_table(
        "day_starts",
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.PrimaryKeyConstraint("since", name="pk_day_starts"),
    )
    op.create_index("ix_wins_deleted_at", "wins", ["deleted_at"], sqlite_where=sa.text("deleted_at IS NOT NULL"))
