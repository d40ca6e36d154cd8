"""habit undo and habit history: what each command did can be taken back and is said in words."""

import json
from pathlib import Path

import pytest
from conftest import Habit

from habit_tracker.storage.home import Home


def output(habit: Habit, *words: str, at: str = "2026-11-23 14:00") -> str:
    """What `habit WORDS...` prints when all goes well."""
    result = habit(*words, at=at)
    assert result.exit_code == 0, result.output
    return str(result.stdout)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["log", "--on", "yesterday", "x"], "logged win 2 for Sunday 22 November: x"),
        (["edit", "1", "new", "text"], "changed win 1, Monday 23 November: new text"),
        (["edit", "1", "--on", "yesterday"], "changed win 1, Sunday 22 November: first"),
        (["edit", "1", "-c", "4"], "changed win 1, Monday 23 November: first"),
        (["delete", "1", "--yes"], "deleted win 1, Monday 23 November: first"),
        (["plan", "--at", "9am", "--days", "weekdays"], "changed the plan to Monday to Friday at 09:00."),
        (
            ["plan", "--weekly", "fri 16:00"],
            "changed the plan to every day at 17:00, weekly check Friday at 16:00.",
        ),
        (["time-off", "2026-11-25..2026-11-26"], "added time off, 25 to 26 November."),
        (["config", "day-start", "04:00"], "set day-start to 04:00."),
        (["config", "quiet", "21:00-08:00"], "set quiet to 21:00-08:00."),
        (["config", "week-start", "sunday"], "set week-start to Sunday."),
    ],
)
def test_every_command_can_be_taken_back(habit: Habit, command: list[str], words: str) -> None:
    """Everything a person can see is as it was before; and brought back, it is as it was after it."""
    output(habit, "log", "first")
    looks = (["wins", "--json"], ["plan"], ["week"], ["streak"], ["time-off", "--json"], ["config", "--json"])
    before = [_without_instants(output(habit, *look)) for look in looks]
    output(habit, *command)
    after = [_without_instants(output(habit, *look)) for look in looks]
    assert after != before
    for _ in range(2):
        assert output(habit, "undo") == f"Took back: {words}\n"
        assert [_without_instants(output(habit, *look)) for look in looks] == before
        assert output(habit, "redo") == f"Brought back: {words}\n"
        assert [_without_instants(output(habit, *look)) for look in looks] == after


def test_cancelled_time_off_can_be_taken_back(habit: Habit) -> None:
    """The range is whole again."""
    output(habit, "time-off", "2026-11-24..2026-11-27", "--reason", "rest")
    before = output(habit, "time-off", "--json")
    output(habit, "time-off", "--cancel", "2026-11-25")
    assert output(habit, "undo") == "Took back: cancelled time off, 25 November.\n"
    assert output(habit, "time-off", "--json") == before


def test_an_import_that_was_taken_back_can_come_in_again(habit: Habit, tmp_path: Path) -> None:
    """It leaves no trace that would block it."""
    output(habit, "log", "mine")
    file = tmp_path / "wins.txt"
    file.write_text("2026-11-20 first\n2026-11-21 second\n")
    before = output(habit, "export")
    output(habit, "import", str(file))
    assert output(habit, "undo") == "Took back: imported 2 wins.\n"
    assert output(habit, "export") == before
    output(habit, "import", str(file))
    assert [win["text"] for win in json.loads(output(habit, "wins", "--json"))] == ["mine", "second", "first"]


def _without_instants(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if '"updated_at"' not in line)


def test_history_lists_changes_with_local_times(habit: Habit) -> None:
    """Newest first; what was taken back is marked."""
    output(habit, "log", "first")
    output(habit, "log", "second", at="2026-11-23 15:00")
    output(habit, "undo", at="2026-11-23 16:00")
    assert output(habit, "history").splitlines() == [
        "2026-11-23 15:00  logged win 2 for Monday 23 November (taken back)",
        "2026-11-23 14:00  logged win 1 for Monday 23 November",
    ]
    assert json.loads(output(habit, "history", "--json", "-n", "1")) == [
        {
            "at": "2026-11-23T14:00:00Z",
            "words": "logged win 2 for Monday 23 November",
            "undone_at": "2026-11-23T15:00:00Z",
        }
    ]


def test_an_empty_history_says_so(habit: Habit, home: Home) -> None:
    """There is nothing to take back, the exit status tells it to programs, and no file is made for it."""
    assert output(habit, "history") == "Nothing was changed yet.\n"
    result = habit("undo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing to take back" in result.stderr
    assert not home.folder.exists()


def test_words_of_a_win_are_not_in_history(habit: Habit) -> None:
    """A list on the screen of what was done names no private word."""
    output(habit, "log", "secret")
    output(habit, "delete", "1", "--yes")
    assert "secret" not in output(habit, "history")


def test_several_steps_ask_first(habit: Habit) -> None:
    """Without a terminal nothing happens until --yes says so; then all of them go, and come back in order."""
    for text in ("one", "two", "three"):
        output(habit, "log", text)
    refused = habit("undo", "2")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "habit undo 2 --yes" in refused.stderr
    assert output(habit, "undo", "2", "--yes").splitlines() == [
        "Took back: logged win 3 for Monday 23 November: three",
        "Took back: logged win 2 for Monday 23 November: two",
    ]
    assert output(habit, "redo", "2", "--yes").splitlines() == [
        "Brought back: logged win 2 for Monday 23 November: two",
        "Brought back: logged win 3 for Monday 23 November: three",
    ]
    assert [win["text"] for win in json.loads(output(habit, "wins", "--json"))] == ["three", "two", "one"]


def test_an_old_change_asks_first(habit: Habit) -> None:
    """A win of last week is not taken back by a slip."""
    output(habit, "log", "last week", at="2026-11-16 14:00")
    refused = habit("undo")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert output(habit, "undo", "--yes").startswith("Took back: logged win 1")


def test_more_steps_than_there_are_change_nothing(habit: Habit) -> None:
    """And say how many there are."""
    output(habit, "log", "one")
    refused = habit("undo", "2", "--yes")
    assert (refused.exit_code, refused.stderr.count("only 1 change")) == (1, 1)
    assert "one" in output(habit, "wins")


def test_something_new_ends_what_redo_could_bring_back(habit: Habit) -> None:
    """As in every editor."""
    output(habit, "log", "one")
    output(habit, "undo")
    output(habit, "log", "two")
    refused = habit("redo")
    assert (refused.exit_code, "nothing to bring back" in refused.stderr) == (1, True)


@pytest.mark.slow
def test_a_restore_can_be_brought_back(habit: Habit) -> None:
    """Taken back and brought back, with what was logged between."""
    output(habit, "log", "one")
    output(habit, "backup")
    output(habit, "log", "two")
    output(habit, "restore", "latest", "--yes")
    assert "two" not in output(habit, "wins")
    output(habit, "undo")
    assert "two" in output(habit, "wins")
    output(habit, "redo")
    assert "two" not in output(habit, "wins")
    output(habit, "undo")
    assert "two" in output(habit, "wins")
