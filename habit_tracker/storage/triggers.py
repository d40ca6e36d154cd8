"""The triggers of the database: all that may act by itself in it.

They note which wins the index of words does not know as they are now, and what it knows of them. Whatever changes
a win is noted so, and none of it can fail for what is wrong with the index.
"""

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
