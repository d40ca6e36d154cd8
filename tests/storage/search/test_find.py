"""Finding wins by the index and without it, whatever has happened to them and to it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from support.turning import redo, undo
from support.wins import DAY, NOW, log

from habit_tracker.domain.search.query import parse
from habit_tracker.storage import journal
from habit_tracker.storage.backup import backups
from habit_tracker.storage.backup.restore import restore
from habit_tracker.storage.database import Database
from habit_tracker.storage.health import index_is_right, make_index
from habit_tracker.storage.history import history
from habit_tracker.storage.home import Home
from habit_tracker.storage.search import index
from habit_tracker.storage.search.find import Within, find
from habit_tracker.storage.tables import unindexed_wins

ODD_WORDS = ["é", "it", "IT", "naïve", "λόγος", "x", "42", "straße", "नमस्ते", "a-b", "it's", "_", "#a", "ö", "o"]


def found(database: Database, typed: str, within: Within | None = None, *, newest: bool = True) -> list[str]:
    """The texts that a search finds."""
    index.refresh(database)
    with database.reading() as connection:
        return [one.win.text for one in find(connection, parse(typed), within or Within(), newest=newest)]


@pytest.fixture(params=["index", "scan"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the index, and on a system that can keep none."""
    if request.param == "scan":
        monkeypatch.setenv(index.SWITCH, "scan")
    return str(request.param)


def test_a_win_is_found_by_what_it_says_now(database: Database, way: str) -> None:
    """Edited, deleted, taken back and brought back."""
    number = log(database, "Gave the talk")
    assert found(database, "talk") == ["Gave the talk"]
    with database.writing() as connection:
        win = journal.edit(connection, journal.get(connection, number), NOW, text="Wrote the report")
        history.record(connection, "edited", NOW)
    assert found(database, "talk") == []
    assert found(database, "report") == ["Wrote the report"]
    undo(database, NOW)
    assert found(database, "talk") == ["Gave the talk"]
    redo(database, NOW)
    with database.writing() as connection:
        journal.delete(connection, win, NOW)
        history.record(connection, "deleted", NOW)
    assert found(database, "report") == found(database, "talk") == []
    undo(database, NOW)
    assert found(database, "report") == ["Wrote the report"]
    if way == "index":
        assert index_is_right(database)


def test_an_import_that_is_taken_back_is_not_found(database: Database, way: str) -> None:
    """It leaves no trace, and its numbers go to others."""
    log(database, "first")
    with database.writing() as connection:
        for text in ("imported budget", "imported report"):
            journal.log(connection, text, DAY, NOW, "UTC")
        history.record(connection, "imported", NOW, exact=True)
    assert found(database, "imported") == ["imported report", "imported budget"]
    undo(database, NOW)
    assert found(database, "imported") == []
    log(database, "budget anew")
    assert found(database, "budget") == ["budget anew"]
    assert way == "scan" or index_is_right(database)


def test_a_restored_copy_is_found_and_what_it_replaced_is_not(
    database: Database, tmp_path: Path, way: str
) -> None:
    """Also when the copy has notes about an index that never was."""
    log(database, "in the copy")
    found(database, "copy")
    backups.make(database.home, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as connection, connection:
        connection.execute("REPLACE INTO unindexed_wins VALUES (1, 'never indexed'), (99, 'nor this')")
    log(database, "since the copy")
    restore(database, tmp_path / "copy.db", "restored", NOW)
    with database.reading() as reading:
        assert reading.scalars(select(unindexed_wins.c.id)).all() == [1]
    assert found(database, "copy") == ["in the copy"]
    log(database, "after it")
    assert found(database, "after") == ["after it"]
    undo(database, NOW)
    undo(database, NOW)
    assert found(database, "since") == ["since the copy"]
    assert way == "scan" or index_is_right(database)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.sampled_from(ODD_WORDS), min_size=1, max_size=4).map(" ".join), max_size=8),
    st.lists(
        st.sampled_from(["", "-"]).flatmap(lambda sign: st.sampled_from(ODD_WORDS).map(sign.__add__)), max_size=3
    ),
)
def test_both_ways_find_the_same(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], words: list[str]
) -> None:
    """Whole words in quotation marks, whatever the script."""
    folder = tmp_path_factory.mktemp("home")
    database = Database(Home(folder, folder))
    for text in texts:
        log(database, text)
    typed = " ".join(f'{"-" * word.startswith("-")}"{word.lstrip("-")}"' for word in [*words, "it"])
    by_index = found(database, typed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(index.SWITCH, "scan")
        assert found(database, typed) == by_index


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("presenting", [3, 2, 1]),
        ('"presented"', [1]),
        ("play*", [6, 5]),
        ("plays", [5]),
        ("presenta*", [2]),
        ("present -budget", [3, 2]),
        ("-present*", [6, 5, 4]),
        ("#talks", [3]),
        ("resume", [4]),
    ],
)
def test_forms_beginnings_and_tags(database: Database, typed: str, numbers: list[int]) -> None:
    """Other forms of an English word are as good; a beginning is one of the words as they are written."""
    texts = ["Presented the budget", "Prepared presentations", "A present #talks", "Sent my Résumé", "Played on"]
    for text in [*texts, "Asked the player #2"]:
        log(database, text)
    index.refresh(database)
    with database.reading() as connection:
        assert [one.win.id for one in find(connection, parse(typed), Within(), newest=True)] == numbers


@pytest.mark.parametrize("typed", ["mtg", '"MTG"', "会議", "準備 mtg", "λογος", "ΛΌΓΟΣ"])
def test_scripts_of_all_kinds(database: Database, way: str, typed: str) -> None:
    """A foreign word between signs that know no spaces, and an accent that a person leaves out."""
    log(database, "明日のMTG準備と会議 #λόγος")
    log(database, "mtgs")
    assert found(database, f"{typed} -mtgs") == ["明日のMTG準備と会議 #λόγος"]


def test_the_best_come_first(database: Database) -> None:
    """A short text that speaks of nothing else before a long one; then the newest."""
    log(database, "Budget")
    log(database, "Talked about this and that, and in the end for a moment about the budget as well")
    log(database, "Something else")
    assert found(database, "budget", newest=False)[0] == "Budget"


@pytest.mark.parametrize("capped", [1, 2, 5_000])
def test_days_confidences_and_numbers(database: Database, monkeypatch: pytest.MonkeyPatch, capped: int) -> None:
    """Hold also for a word that is too frequent to be put in order."""
    monkeypatch.setattr("habit_tracker.storage.search.find.MOST_RANKED", capped)
    with database.noting() as connection:
        for number in range(1, 6):
            day = DAY - timedelta(days=number)
            journal.log(connection, f"talk {number}", day, NOW, "UTC", number)
    assert found(database, "talk", Within(DAY - timedelta(days=3), DAY - timedelta(days=2))) == [
        "talk 2",
        "talk 3",
    ]
    assert found(database, "talk -2", Within(confidence=(1, 3))) == ["talk 1", "talk 3"]
    assert sorted(found(database, "talk", newest=False)) == [f"talk {number}" for number in range(1, 6)]
    with database.reading() as connection:
        assert len(find(connection, parse("talk"), Within(), 2)) == 2


DAMAGE = [
    "UPDATE wins_words_data SET block = x'00'",
    "UPDATE wins_words_data SET block = randomblob(40)",
    "DELETE FROM wins_words_data",
    "DELETE FROM wins_words_docsize",
    "DELETE FROM wins_words_config",
    "DROP TABLE wins_words_data",
    "DROP TABLE wins_words_idx",
    "DROP TRIGGER wins_inserted",
    "INSERT INTO unindexed_wins VALUES (1, 'what was never there')",
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE name = 'wins_words'",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_damage_to_the_index_touches_a_win(database: Database, damage: str) -> None:
    """It is stored, and found by its words at once or once the index is made anew."""
    log(database, "the first talk")
    found(database, "talk")
    with closing(sqlite3.connect(database.home.database)) as connection:
        connection.executescript(damage)
    log(database, "another talk")
    assert set(found(database, "talk")) <= {"another talk", "the first talk"}
    make_index(database)
    assert found(database, "talk") == ["another talk", "the first talk"]
    assert index_is_right(database)


def test_an_index_that_lies_is_seen(database: Database) -> None:
    """Whatever others have written into it."""
    log(database, "the talk")
    found(database, "talk")
    assert index_is_right(database)
    with closing(sqlite3.connect(database.home.database)) as connection, connection:
        connection.execute("INSERT INTO wins_words (wins_words, rowid, text) VALUES ('delete', 1, 'the talk')")
    assert not index_is_right(database)
    make_index(database)
    assert index_is_right(database)


@pytest.mark.parametrize(
    "typed", ['NEAR("a" "b")', "a AND", "text:a", "^a", "a + b", "{a}", "a\0b", "a'--", "a" * 999, "OR NOT -OR"]
)
def test_no_search_speaks_the_language_of_the_index(database: Database, way: str, typed: str) -> None:
    """Its signs are no signs, and its words are words."""
    log(database, "a b near and or text")
    assert found(database, typed) in ([], ["a b near and or text"])


def test_no_look_makes_a_file(database: Database) -> None:
    """There is nothing to index yet."""
    assert found(database, "talk") == []
    assert not database.home.database.exists()


def test_the_file_of_an_older_schema_is_found_in(tmp_path: Path) -> None:
    """With all that was written before."""
    home = Home(tmp_path, tmp_path)
    old = Path(__file__).parents[1] / "schemas" / "0004.db"
    home.database.write_bytes(old.read_bytes())
    assert found(Database(home), "BURO") == ["Fixed the büro printer ☕"]
    assert found(Database(home), "deleted") == []
