"""Putting a question off and leaving it out: recorded, and taken back without losing what the reminder noted."""

from datetime import date

import pytest
from conftest import Habit
from support.moments import moment
from support.turning import redo, undo
from support.wins import log, texts

from habit_tracker.actions import answers, nudges
from habit_tracker.clock import Moment
from habit_tracker.desktop.inbox import drop
from habit_tracker.domain.nudges.delivery import delivered
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.storage import ledger
from habit_tracker.storage.database import Database

MONDAY = date(2026, 11, 23)
KEY = NudgeKey(MONDAY, DAILY)


def at(clock: str) -> Moment:
    """A moment of that Monday."""
    return moment(f"2026-11-23 {clock}")


SHOWN = delivered(Nudge(KEY, at("17:00").now, tries=1), at("17:00").now, "dunst 1.9", proven=True)


def row(database: Database) -> Nudge | None:
    """The question of that day."""
    with database.reading() as connection:
        return ledger.find(connection, KEY)


@pytest.fixture
def shown(database: Database) -> None:
    """A win of the day before, and the question of the day on the screen."""
    log(database, "an older win", date(2026, 11, 22))
    with database.noting() as connection:
        ledger.write(connection, [SHOWN])


def test_undo_after_a_skip_takes_back_the_skip(database: Database, shown: None) -> None:
    """And not a win that nobody meant."""
    nudges.skip(database, at("17:10"))
    assert undo(database, at("17:11").now).words == "left the question of Monday 23 November out"
    assert row(database) == SHOWN
    assert texts(database) == ["an older win"]


def test_undo_after_a_snooze_brings_the_question_back(database: Database, shown: None) -> None:
    """As it was, and redo puts it off again."""
    put_off = nudges.snooze(database, at("17:10"), lambda session, comes: at("18:00").now)
    assert (put_off.outcome, put_off.snoozes, put_off.snoozed_until) == (Outcome.WAITING, 1, at("18:00").now)
    assert undo(database, at("17:11").now).words == "put the question of Monday 23 November off until 18:00"
    assert row(database) == SHOWN
    redo(database, at("17:12").now)
    assert row(database) == put_off


def test_what_the_reminder_noted_meanwhile_is_not_lost(database: Database, shown: None) -> None:
    """The question was shown again before the snooze is taken back: it stays shown."""
    put_off = nudges.snooze(database, at("17:10"), lambda session, comes: at("18:00").now)
    with database.noting() as connection:
        ledger.write(connection, [delivered(put_off._replace(tries=2), at("18:00").now, "mako 1.7", proven=True)])
    undo(database, at("18:01").now)
    found = row(database)
    assert found is not None
    assert (found.outcome, found.delivered_at, found.channel) == (Outcome.SHOWN, at("18:00").now, "mako 1.7")
    assert (found.snoozes, found.snoozed_until) == (0, None)


@pytest.mark.parametrize(("choice", "words"), [("skip", "left the question"), ("later", "put the question")])
def test_a_reply_from_the_screen_is_recorded_too(database: Database, shown: None, choice: str, words: str) -> None:
    """Whichever door it came through."""
    said = at("17:10")
    drop(Reply("uid", KEY, choice, said.now, said.zone_name), database.home.inbox)  # type: ignore[arg-type]
    answers.collect(database, said)
    assert undo(database, said.now).words.startswith(words)
    assert row(database) == SHOWN


def test_a_question_that_had_not_come_is_as_if_nothing_was_said(database: Database) -> None:
    """Taken back before its time, the row goes, and the question comes."""
    nudges.skip(database, at("12:00"))
    undo(database, at("12:01").now)
    assert row(database) is None
    assert nudges.look(database, at("17:00")).decision.send is not None


def test_no_placeholder_is_ever_a_reason(habit: Habit) -> None:
    """The ledger says what happened, not who was where."""
    habit("plan", "--at", "9:00", at="2026-11-20 08:00")
    habit("snooze", at="2026-11-23 10:00")
    assert "at the shell" not in habit("nudges", at="2026-11-23 10:01").stdout


def test_a_snooze_before_its_time_is_what_comes_next(habit: Habit) -> None:
    """Status promises what was wished for, and a shorter wait never brings the question forward."""
    habit("snooze", "until", "18:30", at="2026-11-23 12:00")
    assert "today, Monday 23 November at 18:30" in habit("status", at="2026-11-23 12:01").stdout
    habit("undo", at="2026-11-23 12:02")
    habit("snooze", "30m", at="2026-11-23 12:03")
    assert "today, Monday 23 November at 17:30" in habit("status", at="2026-11-23 12:04").stdout
