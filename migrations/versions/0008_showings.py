"""How often each question came to the screen."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the count; of what was shown before only the last time is known."""
    op.add_column("nudges", sa.Column("showings", sa.Integer(), nullable=False, server_default="0"))
    op.get_bind().execute(sa.text("UPDATE nudges SET showings = 1 WHERE delivered_at IS NOT NULL"))
