"""What a clock that was ahead noted in a file does not come in with it."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Habit
from support.wins import DAY, NOW, log

from habit_tracker.domain.days.local_time import ONE_DAY
from habit_tracker.domain.nudges.nudge import Nudge, NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY
from habit_tracker.storage import ledger, settings
from habit_tracker.storage.backup import backups
from habit_tracker.storage.backup.restore import restore
from habit_tracker.storage.database import Database
from habit_tracker.storage.home import Home

AT = "2026-11-23 14:00"
LEDGER_OF = {"day": "2026-11-22", "prompt": "daily", "occurrence": 1, "due_at": "2026-11-22T16:00:00Z"}
SHOWN = {"outcome": "shown", "tries": 1, "snoozes": 0, "delivered_at": "2026-11-22T16:00:00Z"}


def row(day: str, delivered: str | None = None) -> dict[str, Any]:
    """The question of that day, as an export tells it."""
    due = f"{day}T16:00:00Z"
    return LEDGER_OF | SHOWN | {"day": day, "due_at": due, "delivered_at": delivered or due}


def days(database: Database) -> list[date]:
    """Those that the ledger knows."""
    with database.reading() as connection:
        return [nudge.day for nudge in ledger.since(connection, date.min)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("2026-11-24")], "1 entry was left out: of a question that has yet to come."),
        ([row("2035-01-01"), row("2035-01-02")], "2 entries were left out: of a question that has yet to come."),
        ([row("2026-11-23", "2026-11-23T13:00:01Z")], "1 entry was left out"),
    ],
)
def test_a_question_that_has_yet_to_come_is_left_out_and_counted(
    habit: Habit, database: Database, tmp_path: Path, rows: list[dict[str, Any]], said: str
) -> None:
    """Of a day to come, or shown at an instant to come; the others come in."""
    file = tmp_path / "export.json"
    file.write_text(json.dumps({"format": 2, "wins": [], "nudges": [row("2026-11-22"), *rows]}))
    found = habit("import", str(file), "--yes", at=AT)
    assert (found.exit_code, said in found.stdout) == (0, True), found.output
    assert days(database) == [date(2026, 11, 22)]


def test_an_older_export_brings_none_either(habit: Habit, database: Database, tmp_path: Path) -> None:
    """Format 1 tells of questions in its own way."""
    old = {"kind": "daily", "number": 1, "tries": 1, "outcome": "shown"}
    rows = [old | {"day": day, "due_at": f"{day}T16:00:00Z"} for day in ("2026-11-22", "2026-12-22")]
    file = tmp_path / "export.json"
    file.write_text(json.dumps({"format": 1, "wins": [], "nudges": rows}))
    assert "1 entry was left out" in habit("import", str(file), "--yes", at=AT).stdout
    assert days(database) == [date(2026, 11, 22)]


def test_a_first_day_that_has_yet_to_come_is_left_out(habit: Habit, database: Database, tmp_path: Path) -> None:
    """The ledger would begin with it."""
    since = {"key": "reminding-since", "value": "2035-01-01", "updated_at": "2026-11-20T12:00:00Z"}
    file = tmp_path / "export.json"
    file.write_text(json.dumps({"format": 2, "wins": [], "settings": [since]}))
    assert "of a first day that has yet to come" in habit("import", str(file), "--yes", at=AT).stdout
    with database.reading() as connection:
        assert settings.get(connection, "reminding-since") is None


def test_a_copy_of_a_clock_that_was_ahead_brings_none(database: Database, tmp_path: Path) -> None:
    """A restore takes the rest of it."""
    ahead = Database(Home(tmp_path / "ahead", tmp_path / "ahead"))
    log(ahead, "a win")
    later = datetime.now(UTC) + timedelta(days=3650)
    with ahead.noting() as connection:
        ledger.write(connection, [
            Nudge(NudgeKey(DAY, DAILY), NOW, Outcome.SHOWN, delivered_at=NOW),
            Nudge(NudgeKey(DAY - ONE_DAY, DAILY), NOW, Outcome.SHOWN, delivered_at=later),
            Nudge(NudgeKey(DAY + ONE_DAY, DAILY), NOW + ONE_DAY, Outcome.MISSED),
        ])  # fmt: skip
    backups.make(ahead.home, tmp_path / "copy.db")
    restore(database, tmp_path / "copy.db", "restored it", NOW)
    assert days(database) == [DAY]
