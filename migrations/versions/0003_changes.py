"""The history of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime()),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("replaced", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_table(
        "changed_rows",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(40), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.String(32)),
        sa.PrimaryKeyConstraint("change_id", "table_name", "key", name="pk_changed_rows"),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_changed_rows_change_id_changes"),
    )
