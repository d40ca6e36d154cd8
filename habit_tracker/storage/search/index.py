"""The index of all words, kept by SQLite's FTS5; all that is special to it is here.

It holds no text of its own, and is brought up to date before a search. A win is stored without it: whatever is
wrong with the index, the worst that comes of it is a slower search, or a new index.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress

from sqlalchemy import Connection, bindparam, text

from habit_tracker.domain.words import count
from habit_tracker.storage.database import Database
from habit_tracker.storage.errors import BusyError, StorageError
from habit_tracker.storage.rows import highest_number
from habit_tracker.storage.triggers import TRIGGERS

SWITCH = "HABIT_TRACKER_SEARCH"
"""An environment variable: with the value `scan` no index is used or made."""
MANY = 50_000
"""Wins from which on it is said what takes so long."""
_TABLE = """CREATE VIRTUAL TABLE wins_words USING fts5(text, content='wins', content_rowid='id',
tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*'")"""
_HOLDS = text("SELECT count(*) FROM sqlite_master WHERE sql IN :made").bindparams(
    bindparam("made", expanding=True)
)
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'wins_words', 'row')"
LAST_LETTER = "\U0010ffff"


def is_current(connection: Connection) -> bool:
    """Whether the index is there, as this program makes it, and knows every win as it is now."""
    return is_available(connection) and is_made(connection) and not _unknown(connection)


def is_made(connection: Connection) -> bool:
    """Whether the index and what keeps it are there as this program makes them."""
    made = [_TABLE, *TRIGGERS]
    found: int = connection.scalar(_HOLDS, {"made": made}) or 0
    return found == len(made)


def is_available(connection: Connection) -> bool:
    """Whether this system's SQLite can keep an index at all."""
    found = connection.exec_driver_sql("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").first()
    return found is not None and os.environ.get(SWITCH) != "scan"


def refresh(database: Database) -> None:
    """Bring the index up to date, anew if it has to be; where that cannot be now, a search goes without."""
    if not database.exists() or _is_usable(database):
        return
    for bring_up in (catch_up, make_anew):
        with suppress(StorageError), database.noting() as connection:
            if (number := _unknown(connection)) > MANY:
                database.tell(f"{count(number, 'win')} are being indexed: this search takes longer, once.")
            bring_up(connection)
            return


def _is_usable(database: Database) -> bool:
    """Whether there is nothing to bring up to date, or no way to do it."""
    try:
        with database.reading() as connection:
            if not is_available(connection):
                return True
            return is_current(connection) and occurring(connection, "zz", "zzz") is not None
    except BusyError:
        return True
    except StorageError:
        return False


def catch_up(connection: Connection) -> None:
    """Let the index know what it does not know yet."""
    if not is_made(connection):
        make_anew(connection)
        return
    for statement in (
        "INSERT INTO wins_words (wins_words, rowid, text) "
        "SELECT 'delete', id, indexed FROM unindexed_wins WHERE indexed IS NOT NULL",
        "INSERT INTO wins_words (rowid, text) "
        "SELECT id, text FROM wins WHERE id IN (SELECT id FROM unindexed_wins)",
        "DELETE FROM unindexed_wins",
    ):
        connection.exec_driver_sql(statement)


def make_anew(connection: Connection) -> None:
    """Make the index and what keeps it, whatever there is of both, from the wins alone."""
    _forget(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger.split()[2]}")
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(_TABLE)
    connection.exec_driver_sql("INSERT INTO wins_words (wins_words) VALUES ('rebuild')")
    connection.exec_driver_sql("DELETE FROM unindexed_wins")


def _forget(connection: Connection) -> None:
    """Take the index out, with the tables that it keeps: by hand, for a damaged one cannot be dropped."""
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    connection.exec_driver_sql("DELETE FROM sqlite_master WHERE name = 'wins_words'")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
    for kind in ("data", "idx", "docsize", "config"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS wins_words_{kind}")


def check(connection: Connection) -> None:
    """Compare the index, once it is up to date, with every win. Raises what SQLite does where they differ."""
    connection.exec_driver_sql("INSERT INTO wins_words (wins_words, rank) VALUES ('integrity-check', 1)")


def beginning(connection: Connection, start: str) -> list[str]:
    """The words of all wins that begin so, in the form in which they are compared."""
    return occurring(connection, start, start + LAST_LETTER)


def occurring(connection: Connection, first: str, end: str) -> list[str]:
    """The words of all wins from *first* on that come before *end*."""
    connection.exec_driver_sql(_VOCABULARY)
    between = text("SELECT term FROM temp.vocabulary WHERE term >= :first AND term < :end")
    return list(connection.execute(between, {"first": first, "end": end}).scalars())


def stems(words: Iterable[str]) -> dict[str, str]:
    """The English stem of each word, by Porter's rules: what all its inflected forms have in common."""
    known = list(words)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("CREATE VIRTUAL TABLE stemmed USING fts5(word, tokenize='porter ascii')")
        memory.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(stemmed, instance)")
        memory.executemany("INSERT INTO stemmed (rowid, word) VALUES (?, ?)", enumerate(known))
        return {known[number]: stem for number, stem in memory.execute("SELECT doc, term FROM stems")}


def _unknown(connection: Connection) -> int:
    """How many wins the index does not know as they are now."""
    if not is_made(connection):
        return highest_number(connection)
    return connection.scalar(text("SELECT count(*) FROM unindexed_wins")) or 0
