"""Replies to nudges: stored once, whatever happens on the way."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from support.turning import undo

from habit_tracker.actions import answers
from habit_tracker.clock import Moment
from habit_tracker.desktop.inbox import drop
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.storage import journal, ledger
from habit_tracker.storage.database import Database

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
NUDGE = Nudge(NudgeKey(DAY, DAILY), NOW, Outcome.SHOWN, delivered_at=NOW)


def reply(choice: Any = "answer", text: str | None = "done 🎉", **how: Any) -> Reply:
    """A reply to the nudge of that day, some minutes later."""
    said = Reply("uid-1", NudgeKey(DAY, DAILY), choice, NOW + timedelta(minutes=5), "Europe/Berlin", text, 4)
    return said._replace(**how)


def collect(database: Database) -> list[Reply]:
    """Store what waits."""
    return answers.collect(database, Moment(NOW, UTC, "UTC")).replies


def row(database: Database) -> Nudge | None:
    """The nudge of that day."""
    with database.reading() as connection:
        return ledger.find(connection, NudgeKey(DAY, DAILY))


@pytest.fixture(autouse=True)
def shown(database: Database) -> None:
    """The question of the day is on the screen."""
    with database.noting() as connection:
        ledger.write(connection, [NUDGE])


def test_an_answer_becomes_a_win_of_the_nudges_day(database: Database) -> None:
    """Also when it comes after midnight; the nudge is answered, the file is gone."""
    drop(reply(at=NOW + timedelta(days=1)), database.home.inbox)
    assert len(collect(database)) == 1
    with database.reading() as connection:
        (win,) = journal.between(connection, date.min, date.max)
    assert (win.day, win.text, win.confidence, win.source, win.zone) == (
        DAY,
        "done 🎉",
        4,
        "nudge",
        "Europe/Berlin",
    )
    assert row(database) == NUDGE._replace(outcome=Outcome.ANSWERED)
    assert answers.waiting(database.home.inbox) == []


def test_a_reply_that_comes_twice_is_stored_once(database: Database) -> None:
    """A crash between storing it and removing its file leaves the file."""
    for _ in range(2):
        drop(reply(), database.home.inbox)
        collect(database)
    with database.reading() as connection:
        assert len(journal.between(connection, date.min, date.max)) == 1


def test_two_answers_are_both_kept(database: Database) -> None:
    """From the notification and from a window that was open already."""
    for uid in ("one", "two"):
        drop(reply(uid=uid, text=uid), database.home.inbox)
    collect(database)
    with database.reading() as connection:
        assert len(journal.between(connection, date.min, date.max)) == 2
        assert journal.days(connection) == [DAY]


def test_later_puts_the_question_off(database: Database) -> None:
    """By half an hour, but not over the end of its day."""
    drop(reply("later", None), database.home.inbox)
    collect(database)
    until = NOW + timedelta(minutes=35)
    assert row(database) == NUDGE._replace(outcome=Outcome.WAITING, snoozes=1, snoozed_until=until)


def test_an_answer_can_be_taken_back(database: Database) -> None:
    """Its win goes; the nudge stays answered, and the reply is not stored a second time."""
    drop(reply(), database.home.inbox)
    collect(database)
    assert undo(database, NOW + timedelta(hours=1)).words == "answered with win 1"
    drop(reply(), database.home.inbox)
    collect(database)
    assert row(database) == NUDGE._replace(outcome=Outcome.ANSWERED)
    with database.reading() as connection:
        assert journal.days(connection) == []


def test_later_just_before_midnight_is_a_skip(database: Database) -> None:
    """There is no later on that day."""
    drop(reply("later", None, at=datetime(2026, 11, 23, 23, 59, 30, tzinfo=UTC)), database.home.inbox)
    collect(database)
    assert row(database) == NUDGE._replace(outcome=Outcome.SKIPPED)


def test_not_today_silences_the_day(database: Database) -> None:
    """Nothing is logged."""
    drop(reply("skip", None), database.home.inbox)
    collect(database)
    assert row(database) == NUDGE._replace(outcome=Outcome.SKIPPED)


def test_what_is_no_reply_is_put_aside(database: Database) -> None:
    """Nothing is thrown away, and nobody stumbles over it twice."""
    database.home.inbox.mkdir()
    (database.home.inbox / "x.json").write_text("{broken")
    assert collect(database) == []
    names = sorted(path.name for path in database.home.inbox.iterdir())
    assert names == ["x.unreadable", "x.unreadable.txt"]


def test_a_reply_stays_where_it_is_while_the_database_cannot_be_used(database: Database) -> None:
    """It is stored by whoever comes next."""
    drop(reply(), database.home.inbox)
    whole = database.home.database.read_bytes()
    database.home.database.write_bytes(b"damaged" * 1000)
    with pytest.raises(Exception, match="not a database"):
        collect(database)
    database.home.database.write_bytes(whole)
    assert len(collect(database)) == 1
