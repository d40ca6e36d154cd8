"""habit wins, habit edit, habit delete."""

import json
import sys
from pathlib import Path

import pytest
from conftest import Habit


def test_wins_are_listed_newest_first(habit: Habit) -> None:
    """Under their days, with their numbers."""
    habit("log", "older", "--on", "yesterday")
    habit("log", "newer", "-c", "4")
    assert habit("wins").stdout == (
        "Today, Monday 23 November\n    2  newer  4/5\n\nYesterday, Sunday 22 November\n    1  older\n"
    )


def test_a_range_and_a_number_of_wins(habit: Habit) -> None:
    """Both days included."""
    for number in range(17, 24):
        habit("log", str(number), "--on", f"2026-11-{number}")

    def texts(*words: str) -> list[str]:
        return [win["text"] for win in json.loads(habit("wins", "--json", *words).stdout)]

    assert texts("--from", "yesterday") == ["23", "22"]
    assert texts("--from", "2026-11-18", "--to", "thursday") == ["19", "18"]
    assert texts("-n", "3") == ["23", "22", "21"]


def test_json_is_stable(habit: Habit) -> None:
    """The names that programs rely on."""
    habit("log", "x", "-c", "3")
    (win,) = json.loads(habit("wins", "--json").stdout)
    uid = win.pop("uid")
    assert len(uid) == 36
    assert win == {
        "id": 1,
        "day": "2026-11-23",
        "text": "x",
        "confidence": 3,
        "source": "shell",
        "logged_at": "2026-11-23T13:00:00Z",
        "zone": "Europe/Berlin",
        "updated_at": "2026-11-23T13:00:00Z",
        "chosen": False,
    }


def test_nothing_in_a_text_can_steer_the_terminal(habit: Habit) -> None:
    """Neither escape sequences nor letters that turn the line around."""
    habit("log", "a\x1b[31mb\u202ec\x07\x9bd")
    assert "a\ufffd[31mb\ufffdc\ufffd\ufffdd" in habit("wins").stdout


def test_a_long_text_wraps_below_itself(habit: Habit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 40 columns, wide characters counted as two."""
    monkeypatch.setenv("COLUMNS", "40")
    habit("log", "word " * 30 + "漢字" * 30)
    from wcwidth import wcswidth

    lines = habit("wins").stdout.splitlines()
    assert len(lines) > 6
    assert all(wcswidth(line) <= 40 for line in lines)
    assert all(line.startswith("       ") for line in lines[2:])


def test_edit_changes_what_is_named(habit: Habit) -> None:
    """And nothing else."""
    habit("log", "x", "-c", "2")
    said = "Changed win 1, today, Monday 23 November: better words\nYour streak stays at 1 day.\n"
    assert habit("edit", "1", "better", "words").stdout == said
    habit("edit", "1", "--on", "yesterday")
    habit("edit", "1", "-c", "5")
    (win,) = json.loads(habit("wins", "--json").stdout)
    assert (win["text"], win["day"], win["confidence"]) == ("better words", "2026-11-22", 5)


def test_edit_opens_the_editor(habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the text in it."""
    script = tmp_path / "my editor.py"
    script.write_text("import sys, pathlib\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text().upper())\n")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    habit("log", "quiet")
    assert habit("edit", "1").exit_code == 0
    assert "QUIET" in habit("wins").stdout


def test_delete_asks_without_a_terminal_for_yes(habit: Habit) -> None:
    """And says which win is gone."""
    habit("log", "x")
    assert habit("delete", "1").exit_code == 2
    said = "Deleted win 1, today, Monday 23 November: x\nThe next win begins your first streak.\n"
    assert habit("delete", "1", "--yes").stdout == said
    assert "No wins here" in habit("wins").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["edit", "7", "x"], 1, "There is no win 7. `habit wins` shows the numbers."),
        (["delete", "7", "--yes"], 1, "There is no win 7."),
        (["edit", "0", "x"], 2, "'0' is no number of a win. `habit wins` shows the numbers."),
        (["edit", str(10**20), "x"], 2, "is no number of a win"),
        (["edit", "-1", "x"], 2, "'-1' is no number of a win"),
        (["edit", "one", "x"], 2, "'one' is no number of a win"),
        (["edit", "1", " "], 1, "There is no text to log"),
        (["edit", "1", "--on", "2026-12-01"], 1, "has yet to come"),
        (["wins", "--from", "today", "--to", "yesterday"], 2, "comes after"),
        (["wins", "-n", "0"], 2, "-n takes a whole number from 1 on, not '0'."),
        (["wins", "someday"], 2, "'someday' is no number and no days"),
        (["wins", "10", "-n", "5"], 2, "Name the number once"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    habit: Habit, words: list[str], code: int, said: str
) -> None:
    """On stderr."""
    habit("log", "as it was")
    before = habit("wins", "--json").stdout
    found = habit(*words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (code, "", 1)
    assert said in found.stderr
    assert habit("wins", "--json").stdout == before
