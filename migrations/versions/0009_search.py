"""Which wins the index of words does not know yet, noted by triggers; which win was brought back; milestones."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TRIGGERS = (
    """CREATE TRIGGER wins_inserted AFTER INSERT ON wins BEGIN
INSERT OR IGNORE INTO unindexed_wins (id, indexed) VALUES (new.id, NULL); END""",
    """CREATE TRIGGER wins_deleted AFTER DELETE ON wins BEGIN
INSERT OR IGNORE INTO unindexed_wins (id, indexed) VALUES (old.id, old.text); END""",
    """CREATE TRIGGER wins_updated AFTER UPDATE OF id, text ON wins
WHEN old.id <> new.id OR old.text <> new.text BEGIN
INSERT OR IGNORE INTO unindexed_wins (id, indexed) VALUES (old.id, old.text);
INSERT OR IGNORE INTO unindexed_wins (id, indexed) VALUES (new.id, NULL); END""",
)


def upgrade() -> None:
    """Make the tables and the triggers. The index itself is made by the first search, from all wins."""
    op.create_table(
        "unindexed_wins",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("indexed", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_unindexed_wins"),
    )
    op.create_table(
        "remembered",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_remembered"),
    )
    op.create_table(
        "milestones",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_milestones"),
    )
    for trigger in TRIGGERS:
        op.execute(sa.text(trigger))
