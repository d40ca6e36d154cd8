"""History: whatever was changed can be taken back, the newest first."""

import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from support.rows import State, state
from support.turning import redo, undo
from support.wins import DAY, NOW, log

from habit_tracker.domain.change import Change
from habit_tracker.domain.days.plan import Plan
from habit_tracker.domain.errors import HabitError
from habit_tracker.storage import journal, plans
from habit_tracker.storage import settings as stored_settings
from habit_tracker.storage.database import Database
from habit_tracker.storage.history import history
from habit_tracker.storage.history.history import UnrecordedChangeError
from habit_tracker.storage.history.images import digest, stored
from habit_tracker.storage.history.recording import Recording
from habit_tracker.storage.home import Home
from habit_tracker.storage.tables import metadata, nudges, wins

LATER = NOW + timedelta(minutes=1)


def rows(number: int) -> list[dict[str, Any]]:
    """As many wins, as an import writes them."""
    win = {"day": DAY, "text": "x" * 100, "source": "import", "logged_at": NOW, "zone": "UTC", "updated_at": NOW}
    return [{**win, "uid": f"uid-{one}"} for one in range(number)]


def bring_in(database: Database, number: int) -> None:
    """Import as many wins."""
    with database.writing() as connection:
        connection.execute(insert(wins), rows(number))
        history.record(connection, f"imported {number} wins", NOW, exact=True)


def seen(database: Database) -> State:
    """What a person sees of it."""
    with database.reading() as connection:
        return state(connection)


def changes(database: Database) -> list[Change]:
    """The newest of them."""
    with database.reading() as connection:
        return history.newest(connection, 100)


days = st.dates(date(2026, 11, 1), date(2026, 11, 4))


@cache
def empty_file() -> bytes:
    """A database without rows: making one takes long."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Home(Path(folder), Path(folder)))
        with database.writing():
            pass
        return database.home.database.read_bytes()


def log_one(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Log a win."""
    journal.log(connection, f"win {number}", day, now, "UTC", number)


def log_many(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Store several wins with one statement; taken back like wins that were logged."""
    win = {"day": day, "text": "x", "source": "import", "logged_at": now, "zone": "UTC", "updated_at": now}
    connection.execute(insert(wins), [{**win, "uid": str(uuid4())} for _ in range(number)])


def edit_one(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Change the win of that number."""
    connection.execute(update(wins).where(wins.c.id == number).values(text="new", day=day, updated_at=now))


def edit_many(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Change several wins with one statement."""
    change = update(wins).where(wins.c.id == bindparam("number")).values(confidence=bindparam("how"))
    connection.execute(change, [{"number": one, "how": one} for one in range(1, number + 1)])


def delete_one(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Delete the win of that number."""
    marked = update(wins).where(wins.c.id == bindparam("number")).values(deleted_at=now)
    connection.execute(marked, {"number": number})


def plan(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Set a plan."""
    plans.save(connection, Plan.daily(day, time(number), frozenset({number})), day, now)


def forget_plans(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Remove every plan."""
    connection.execute(delete(metadata.tables["plans"]))


def put(connection: Connection, number: int, day: date, now: datetime) -> None:
    """Set something."""
    stored_settings.put(connection, f"key {number % 2}", str(day), now)


Doing = Callable[[Connection, int, date, datetime], None]
CHANGES = (log_one, log_many, edit_one, edit_many, delete_one, plan, forget_plans, put)


class Undoing(RuleBasedStateMachine):
    """Any changes, and now and then one taken back: what is there is always what was there before it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.database = Database(Home(Path(self._folder.name), Path(self._folder.name)))
        self.database.home.database.write_bytes(empty_file())
        self.before: list[State] = []
        self.undone: list[State] = []
        self.now = NOW

    def teardown(self) -> None:
        """Throw the home away."""
        self._folder.cleanup()

    @rule(changes=st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(1, 4), days), min_size=1, max_size=3))
    def change(self, changes: list[tuple[Doing, int, date]]) -> None:
        """Several steps in one transaction."""
        self.now += timedelta(seconds=1)
        before = seen(self.database)
        with self.database.writing() as connection:
            history.record(connection, "changed something", self.now)
            for doing, number, day in changes:
                doing(connection, number, day, self.now)
            made = Recording.of(connection).changed_rows()
            if list(made):
                self.before.append(before)

                self.undone.clear()

    @rule(seconds=st.integers(-100_000, 100_000))
    def set_the_clock(self, seconds: int) -> None:
        """Forward or back, as clocks are."""
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.before)
    @rule()
    def take_back(self) -> None:
        """The last change, whichever it was."""
        self.undone.append(seen(self.database))
        undo(self.database, self.now)
        assert seen(self.database) == self.before.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def bring_back(self) -> None:
        """What was taken back last."""
        self.before.append(seen(self.database))
        redo(self.database, self.now)
        assert seen(self.database) == self.undone.pop()

    @precondition(lambda self: not self.undone)
    @rule()
    def nothing_to_bring_back(self) -> None:
        """Once something new was done, or all is back."""
        with pytest.raises(HabitError, match="nothing to bring back"):
            redo(self.database, self.now)


Undoing.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
test_any_changes_can_be_taken_back = Undoing.TestCase


def test_a_deleted_win_comes_back(database: Database) -> None:
    """With its number and its words, and later than its deletion, so that other computers learn of it."""
    number = log(database)
    before = seen(database)
    with database.writing() as connection:
        journal.delete(connection, journal.get(connection, number), NOW)
        history.record(connection, f"deleted win {number}", NOW)
    assert undo(database, LATER).words == "deleted win 1"
    assert seen(database) == before
    with database.reading() as connection:
        assert journal.get(connection, number).updated_at == LATER


def test_an_undone_log_stays_known(database: Database) -> None:
    """Its number is not given again, its day is not asked again, and its reply is not stored again."""
    log(database)
    with database.reading() as connection:
        win = journal.get(connection, 1)
    undo(database, LATER)
    with database.reading() as connection:
        assert journal.days(connection) == []
        assert journal.logged_days(connection, DAY) == {DAY}
        assert journal.knows(connection, win.uid)
    assert log(database) == 2


def test_an_undone_import_leaves_no_trace(database: Database) -> None:
    """It can be brought in again."""
    log(database)
    before = seen(database)
    for _ in range(2):
        bring_in(database, 3)
        undo(database, LATER)
        assert seen(database) == before
    with database.reading() as connection:
        assert len(connection.execute(select(wins)).all()) == 1


def test_each_undo_goes_further_back(database: Database) -> None:
    """Until there is nothing left, which is said."""
    for text in ("one", "two"):
        log(database, text)
    assert [undo(database, LATER).words for _ in range(2)] == ["logged win 2", "logged win 1"]
    with pytest.raises(HabitError, match="nothing to take back"):
        undo(database, LATER)
    assert [(change.words, bool(change.undone_at)) for change in changes(database)] == [
        ("logged win 2", True),
        ("logged win 1", True),
    ]


def test_what_changed_again_outside_of_history_is_not_overwritten(database: Database) -> None:
    """It says so, and changes nothing."""
    number = log(database)
    with database.noting() as connection:
        journal.edit(connection, journal.get(connection, number), NOW, text="by hand")
    before = seen(database)
    with pytest.raises(HabitError, match="cannot be taken back: logged win 1"):
        undo(database, LATER)
    assert seen(database) == before
    assert [change.undone_at for change in changes(database)] == [None]


def test_a_failed_change_is_not_in_history(database: Database) -> None:
    """Both are one transaction."""

    def fail() -> None:
        with database.writing() as connection:
            journal.log(connection, "x", DAY, NOW, "UTC")
            history.record(connection, "logged win 1", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert changes(database) == []


def test_a_change_without_words_is_refused(database: Database) -> None:
    """An act that forgets its history fails in its first test, and stores nothing."""
    log(database)
    before = seen(database)
    with pytest.raises(UnrecordedChangeError, match="wins"), database.writing() as connection:
        journal.log(connection, "without words", DAY, NOW, "UTC")
    assert seen(database) == before


def test_only_what_was_changed_is_listed(database: Database) -> None:
    """Not a change that changed nothing, nor one of the ledger."""
    with database.noting() as connection:
        journal.log(connection, "in the background", DAY, NOW, "UTC")
    with database.writing() as connection:
        stored_settings.put(connection, "key", "value", NOW)
        connection.execute(delete(metadata.tables["settings"]))
        history.record(connection, "nothing, after all", NOW)
    with database.writing() as connection:
        connection.execute(delete(nudges))
        history.record(connection, "asked", NOW)
    assert changes(database) == []


def test_an_insert_that_cannot_be_counted_is_refused(database: Database) -> None:
    """Rather than being forgotten by history."""
    with pytest.raises(TypeError, match="as parameters"), database.writing() as connection:
        connection.execute(insert(wins).values(rows(2)))


def test_a_row_of_an_older_schema_can_be_put_back(database: Database) -> None:
    """A column that came later is empty then, one that went is passed over."""
    image = {"key": "one", "value": "1", "gone": "with an older schema"}
    table = metadata.tables["settings"]
    assert stored(table, image) == {"key": "one", "value": "1"}
    assert digest({"key": "one"}) == digest({"key": "one", "new": None})


@pytest.mark.slow
def test_a_big_import_is_quick_to_take_back(database: Database) -> None:
    """Twenty thousand wins, in and out again. The bound is some times what it takes."""
    began = perf_counter()
    bring_in(database, 20_000)
    undo(database, LATER)
    assert perf_counter() - began < 15
    assert not seen(database)["wins"]
