"""A reply that cannot be taken stands before no other, and is not lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Habit
from support.moments import moment

from habit_tracker.actions import answers
from habit_tracker.desktop.inbox import drop
from habit_tracker.domain.nudges.nudge import NudgeKey
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.storage import journal
from habit_tracker.storage.database import Database

NOW = moment("2026-11-23 17:05")
KEY = NudgeKey(NOW.now.date(), DAILY)
GOOD = Reply("zzz", KEY, "answer", NOW.now, NOW.zone_name, "a good answer", 4)


def bad(inbox: Path, name: str = "aaa", **fields: Any) -> Path:
    """A reply with a field that no person could have given."""
    path = drop(GOOD._replace(uid=name), inbox)
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))
    return path


def texts(database: Database) -> list[str]:
    """What the wins of the day say."""
    with database.reading() as connection:
        return [win.text for win in journal.between(connection, KEY.day, KEY.day)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"confidence": 9}, "its 'confidence' is not a number from 1 to 5."),
        ({"text": ""}, "There is no text to log. Write what you did, in a few words."),
        ({"choice": "perhaps"}, "its 'choice' is none of answer, later, skip."),
        ({"day": "2199-01-01"}, "its day, 2199-01-01, was yet to come."),
    ],
)
def test_it_is_put_aside_with_its_reason(database: Database, fields: dict[str, Any], reason: str) -> None:
    """The others are stored at once, whatever their order."""
    bad(database.home.inbox, **fields)
    drop(GOOD, database.home.inbox)
    taken = answers.collect(database, NOW)
    assert texts(database) == ["a good answer"]
    assert taken.put_aside == [answers.PutAside(database.home.inbox / "aaa.unreadable", reason)]
    assert (database.home.inbox / "aaa.unreadable.txt").read_text() == f"{reason}\n"
    assert json.loads((database.home.inbox / "aaa.unreadable").read_text())["uid"] == "aaa"


def test_a_second_one_of_the_name_does_not_take_its_place(database: Database) -> None:
    """Nothing that was written is overwritten."""
    for text in ("", " "):
        bad(database.home.inbox, text=text)
        answers.collect(database, NOW)
    names = sorted(path.name for path in database.home.inbox.glob("*.unreadable"))
    assert names == ["aaa-2.unreadable", "aaa.unreadable"]


def test_the_next_command_says_so_once(habit: Habit, database: Database) -> None:
    """On stderr, whoever put it aside; then it is for the doctor."""
    bad(database.home.inbox, confidence=9)
    answers.collect(database, NOW)  # as the reminder does
    first, second = habit("log", "a win"), habit("log", "another")
    assert first.stderr.startswith("A reply could not be taken: its 'confidence' is not a number from 1 to 5.")
    assert str(database.home.inbox / "aaa.unreadable") in first.stderr
    assert (first.exit_code, second.exit_code, second.stderr) == (0, 0, "")
    assert "1 reply could not be taken" in habit("doctor").stdout


def test_each_reply_is_a_change_of_its_own(database: Database) -> None:
    """Taking one back leaves the other."""
    for uid in ("one", "two"):
        drop(GOOD._replace(uid=uid, text=uid), database.home.inbox)
    answers.collect(database, NOW)
    from support.turning import undo

    assert undo(database, NOW.now).words == "answered with win 2"
    assert texts(database) == ["one"]


def test_the_inbox_is_private_whoever_makes_it(database: Database) -> None:
    """The answer window may be the first that needs the data folder."""
    drop(GOOD, database.home.inbox)
    for folder in (database.home.inbox, database.home.folder):
        assert folder.stat().st_mode & 0o777 == 0o700
