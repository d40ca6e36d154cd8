"""What the person says of a week when they look back at it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "weeks",
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("chosen", sa.String(36)),
        sa.Column("why", sa.Text()),
        sa.Column("rate", sa.Integer()),
        sa.Column("gladly", sa.Integer()),
        sa.Column("obstacle", sa.Text()),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.CheckConstraint("rate BETWEEN 1 AND 5", name=op.f("ck_weeks_rate")),
        sa.CheckConstraint("gladly BETWEEN 1 AND 5", name=op.f("ck_weeks_gladly")),
        sa.PrimaryKeyConstraint("first", name=op.f("pk_weeks")),
    )
    op.create_index("ix_weeks_chosen", "weeks", ["chosen"])
