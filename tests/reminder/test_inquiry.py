"""Asking the running reminder about itself."""

import os
import signal
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from support.program import habit

from habit_tracker.reminder.inquiry import LIBRARIES, Informant, asked, lacking_libraries
from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home


@pytest.mark.slow
def test_the_running_reminder_answers(home: Home) -> None:
    """What it lacks, and where it was asked to show something, what became of that; the files are gone then."""
    assert habit("start", "--no-autostart").returncode == 0
    try:
        with asked(home, test_for=None) as said:
            assert said is not None
            assert (said.lacking, said.report) == ([], None)
        with asked(home, test_for=date(2026, 11, 23)) as said:
            assert said is not None
            assert said.report is not None
            assert said.report.report == "failed", "there is no session bus here"
    finally:
        found = running(home)
        with suppress(ProcessLookupError):
            assert found is not None
            os.kill(found.pid, signal.SIGKILL)
    assert not list(home.folder.glob("reminder.question")) + list(home.folder.glob("reminder.answer"))


def test_a_question_for_another_process_is_not_answered(home: Home) -> None:
    """One that was left behind shows nothing to nobody."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habit_tracker.reminder.inquiry.ANSWER_LIMIT", 0.1)
        patch.setattr("habit_tracker.reminder.inquiry.WAKES", True)
        with asked(home, test_for=date(2026, 11, 23)) as said:
            assert said is None
            Informant(home).look()
            assert not (home.folder / "reminder.answer").exists()


def test_a_library_that_is_gone_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by a process that has loaded it."""
    assert lacking_libraries() == []
    assert "sqlalchemy" in LIBRARIES
    module = tmp_path / "borrowed_library.py"
    module.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("borrowed_library")
    assert lacking_libraries(["borrowed_library", "no_such_library"]) == ["no_such_library"]
    module.unlink()
    assert lacking_libraries(["borrowed_library"]) == ["borrowed_library"]
    del sys.modules["borrowed_library"]
