"""habit ask and habit log without text, in a terminal that has no desktop."""

import json
from datetime import UTC, date, datetime

import pytest
from conftest import Habit
from support.moments import BERLIN
from support.ordinary import ordinary
from support.program import habit as program
from support.terminal import typed

from habit_tracker.desktop import drafts
from habit_tracker.desktop.drafts import Draft
from habit_tracker.storage.home import Home

TEXT = "Größe gezeigt 🎉"


@pytest.mark.parametrize("command", ["ask", "log"])
def test_the_terminal_asks(habit: Habit, command: str) -> None:
    """With every letter; and says what was stored."""
    status, shown = typed(command, text=f"{TEXT}\n")
    assert (status, "Day 1: your first streak begins." in shown) == (0, True)
    (win,) = json.loads(program("wins", "--json").stdout)
    assert win["text"] == TEXT


def test_what_an_answer_has_reached_is_said(habit: Habit) -> None:
    """As it is to `habit log`."""
    for number in range(9):
        habit("log", f"win {number}", at=f"{datetime.now(BERLIN):%Y-%m-%d %H:%M}")
    _, shown = typed("ask", text=f"{TEXT}\n")
    assert "You have 10 wins now. Your first was 'win 0'." in shown


@pytest.mark.slow
def test_nothing_typed_is_nothing_logged(habit: Habit) -> None:
    """Ctrl+D leaves."""
    status, shown = typed("ask", text="\x04")
    assert (status, "Aborted!" in shown) == (1, True)
    assert program("wins", "--json").stdout.strip() == "[]"


@pytest.mark.slow
@pytest.mark.parametrize("command", ["ask", "log"])
def test_what_cannot_be_stored_now_is_kept(home: Home, command: str) -> None:
    """One sentence says so, and the next command stores it, for its day."""
    program("log", "before")
    home.database.chmod(0o400)
    status, shown = typed(command, text=f"{TEXT}\n", before=ordinary())
    assert (status, "is kept, and the next command stores it." in " ".join(shown.split())) == (0, True)
    assert len(list(home.inbox.iterdir())) == 1
    assert not json.loads(program("wins", "--json", before=ordinary()).stdout)[1:]
    home.database.chmod(0o600)
    assert [win["text"] for win in json.loads(program("wins", "--json").stdout)] == [TEXT, "before"]
    assert list(home.inbox.iterdir()) == []


@pytest.mark.slow
def test_a_reply_that_waits_keeps_nobody_from_reading(home: Home) -> None:
    """It is said on stderr."""
    program("log", "before")
    home.database.chmod(0o400)
    typed("ask", text="later\n", before=ordinary())
    found = program("streak", before=ordinary())
    assert (found.returncode, found.stdout.startswith("1 day and counting")) == (0, True)
    assert found.stderr.startswith("An answer of yours is kept")


@pytest.mark.slow
def test_a_draft_of_the_window_is_shown(home: Home) -> None:
    """Written again, in whatever spacing, it is none any more."""
    program("log", "before")
    path = drafts.new_path(home.inbox)
    drafts.keep(path, Draft(date(2026, 11, 22), "half a\x1b thought", 3, datetime(2026, 11, 22, 16, tzinfo=UTC)))
    status, shown = typed("ask", text="half a  thought\n")
    assert (status, "\x1b thought" in shown, path.exists()) == (0, False, True)
    assert "Your draft for Sunday 22 November is still here" in " ".join(shown.split())
    drafts.keep(path, Draft(date(2026, 11, 22), "half a thought", 3, datetime(2026, 11, 22, 16, tzinfo=UTC)))
    typed("ask", text="half a  thought\n")
    assert not path.exists()
