"""What `habit start`, `habit` and `habit doctor` say where the shell does not find `habit`."""

from pathlib import Path

import pytest
from conftest import Habit
from support.checkout import SCRIPT, enter, executable, on_path

from habit_tracker.cli.app import App
from habit_tracker.cli.doctor import command
from habit_tracker.cli.doctor.finding import State
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.cli.program import Called, called
from habit_tracker.cli.render.start import Did, command_lines, started_lines


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The script in the checkout that the person is in."""
    return enter(tmp_path / "habit-tracker", monkeypatch)


def test_start_says_what_works_and_offers_the_rest(script: Path) -> None:
    here = called()
    page = list(started_lines(Did(False, None, None), "tomorrow", "no screen", here, 80))
    assert "  .venv/bin/habit ask" in page
    assert page[-5:] == [
        "",
        "`habit` is not found by this shell. Wherever you read habit, write:",
        "  .venv/bin/habit",
        "This line lets new shells find it as habit:",
        f"  {here.offer}",
    ]
    assert list(command_lines(here, 80))[1:] == [
        '  .venv/bin/habit log "What you did"   log a win whenever you like',
        "  .venv/bin/habit week                 once a week, see what you did",
        "  .venv/bin/habit doctor               if a question does not come",
    ]


def test_where_the_name_is_enough_start_says_nothing_of_it() -> None:
    did = Did(False, None, "It starts with each login.")
    page = list(started_lines(did, "tomorrow", None, Called("habit"), 80))
    assert page == [
        "The reminder has started.",
        "It starts with each login.",
        "You are asked next: tomorrow.",
    ]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_what_start_says_fits_the_terminal(columns: int) -> None:
    """What is to be copied stays in one piece."""
    here = Called("~/a/long/path/to/the/place/of/a/habit", Path("/usr/bin/habit"), "ln -s " + "x" * 60)
    page = started_lines(Did(True, None, "It starts."), "today " * 9, "no screen", here, columns)
    assert all(len(line) <= columns for line in page if not line.startswith("  "))
    assert all(len(line) <= columns for line in command_lines(Called("habit"), columns))


def test_today_says_what_works_here(script: Path, habit: Habit) -> None:
    assert habit().stdout.endswith(
        'Log a win:   .venv/bin/habit log "What you did"\nBe asked:    .venv/bin/habit start\n'
    )
    habit("log", "x", "--on", "2026-11-20")
    habit("log", "x", "--on", "2026-11-21")
    assert '  .venv/bin/habit log --on yesterday "..."\n' in habit().stdout


def test_the_doctor_says_which_program_comes_first(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = Probe(App())
    found = command.command(probe)
    assert (found.state, found.words) == (State.OK, "this shell does not find habit; write .venv/bin/habit")
    other = executable(tmp_path / "usr-bin/habit")
    found = command.command(probe)
    assert found.state is State.WARNING
    assert found.words == f"habit is another program, {other}. This one is .venv/bin/habit"
    executable(other, SCRIPT)
    assert command.command(probe).words.startswith(f"habit is another installation of this program, {other}.")
    on_path(monkeypatch, script.parent)
    assert command.command(probe) == (State.OK, "habit calls this program", None)
