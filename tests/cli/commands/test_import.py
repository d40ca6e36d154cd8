"""habit import."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Habit
from support.foreign import day_one, daylio, jrnl, loop, zipped
from support.nasty import NASTY
from support.program import habit as program

from habit_tracker.domain.progress.text import clean_text
from habit_tracker.storage.home import Home


def put(folder: Path, data: str | bytes) -> str:
    """The path of a file that holds *data*."""
    path = folder / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def texts(habit: Habit) -> list[str]:
    """The wins that are stored, newest first."""
    return [win["text"] for win in json.loads(habit("wins", "--json").stdout)]


def many(number: int) -> str:
    """Plain text of so many wins."""
    return "".join(f"2026-11-20 win {one}\n" for one in range(number))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (jrnl({"title": "x"}), "JSON of jrnl"),
        (day_one({"text": "x"}), "JSON of Day One"),
        (daylio("2026-11-20,x,x,10:00,good,,,x"), "CSV of Daylio"),
        (loop({"001 x": "2026-11-20,2\n"}), "the CSV zip of Loop Habit Tracker"),
        ("2026-11-20 x\n", "plain text with a date per line"),
    ],
)
def test_a_format_is_known_by_its_content(habit: Habit, tmp_path: Path, data: str | bytes, kind: str) -> None:
    """Whatever the file's name; one line says what came in."""
    path = put(tmp_path, data)
    found = habit("import", path)
    assert found.stdout.count("\n") == 1
    assert found.stdout.startswith("Imported 1 new win of 2026-11-2")
    assert f"from {kind}" in found.stdout
    assert texts(habit) == ["x"]
    again = habit("import", path)
    assert again.stdout == f"There is nothing new in this file: {kind}, with 1 win here already.\n"
    assert texts(habit) == ["x"]


def test_twenty_wins_come_in_at_once_and_more_are_shown_first(habit: Habit, home: Home, tmp_path: Path) -> None:
    """A dry run says how to go on, and makes no file."""
    shown = habit("import", put(tmp_path, many(21)))
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Would import 21 new wins of 2026-11-20 from plain text")
    assert "--yes" in shown.stdout
    assert not home.database.exists()
    assert habit("import", put(tmp_path, many(20))).stdout.startswith("Imported 20 new wins")
    assert habit("import", put(tmp_path, many(21))).stdout.startswith("Imported 1 new win")
    assert habit("import", put(tmp_path, many(99)), "--yes").stdout.startswith("Imported 78 new wins")


def test_a_dry_run_stores_nothing(habit: Habit, home: Home, tmp_path: Path) -> None:
    """Also of a single win."""
    assert habit("import", put(tmp_path, many(1)), "--dry-run").stdout.startswith("Would import 1 new win")
    assert not home.database.exists()
    assert habit("import", put(tmp_path, many(1)), "--dry-run", "--yes").exit_code == 2


def test_standard_input_will_do(habit: Habit) -> None:
    """As `-`, with everything in it."""
    habit("log", "x", "-c", "3")
    exported = habit("export").stdout
    assert "nothing new" in habit("import", "-", input=exported).stdout


def test_a_deleted_win_stays_deleted(habit: Habit, tmp_path: Path) -> None:
    """Importing the file again does not bring it back."""
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    habit("delete", "1", "--yes")
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    assert texts(habit) == []


def test_a_win_that_was_changed_here_stays_changed(habit: Habit, tmp_path: Path) -> None:
    """The file does not know better."""
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    habit("edit", "1", "y")
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    assert texts(habit) == ["y"]


def test_a_bad_line_stops_it_all(habit: Habit, home: Home, tmp_path: Path) -> None:
    """It is named with its reason; --skip-bad goes on without it, and says so."""
    path = put(tmp_path, "day,text\n2026-11-20,x\n2026-11-31,y\n2026-11-20,\n")
    found = habit("import", path)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert "line 3: '2026-11-31' is not a date like 2026-11-20 (and 1 more; --skip-bad leaves" in found.stderr
    assert not home.database.exists()
    found = habit("import", path, "--skip-bad")
    assert found.stdout.endswith("\n2 bad lines were skipped.\n")
    bad_date, no_text = found.stderr.splitlines()
    assert bad_date == "Skipped line 3: '2026-11-31' is not a date like 2026-11-20"
    assert no_text.startswith("Skipped line 4, text: ")
    assert texts(habit) == ["x"]


@pytest.mark.parametrize(
    ("words", "data", "status", "reason"),
    [
        ([], "hello", 1, "none of the files"),
        ([], "", 1, "none of the files"),
        ([], b"\x80\xfd", 1, "not UTF-8 text"),
        ([], b"PK\3\4", 1, "damaged zip"),
        ([], '{"format": 3, "wins": []}', 1, "up to 2"),
        ([], '{"format": 1, "wins": [1]}', 1, "wins[0]: it is not an object"),
        ([], "2026-11-20 x\n2026-11-21\n", 1, "line 2: There is no text"),
        (["--habit", "x"], "2026-11-20 x", 1, "--habit is for"),
        ([], loop({"001 a\x1b[2J": "", "002 b": ""}), 1, "'a\\x1b[2J', 'b'"),
        ([], '{"format": 1, "wins": [{"\x1b[2J": 1}]}'.replace("\x1b", "\\u001b"), 1, "wins[0]: this version"),
        (["--yes", "--dry-run"], "2026-11-20 x", 2, "exclude"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    habit: Habit, home: Home, tmp_path: Path, words: list[str], data: str | bytes, status: int, reason: str
) -> None:
    """On standard error, and nothing is stored."""
    found = habit("import", put(tmp_path, data), *words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (status, "", 1)
    assert reason in found.stderr
    assert "\x1b" not in found.stderr
    assert not home.folder.exists()


@pytest.mark.parametrize("path", ["no/such/file", "/", "."])
def test_a_file_that_cannot_be_read(habit: Habit, path: str) -> None:
    """Its name and why."""
    found = habit("import", path)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert path in found.stderr


def test_every_nasty_text_survives_the_round_trip(habit: Habit, tmp_path: Path) -> None:
    """From log over export and import to the next export, byte for byte."""
    said = [text for text in NASTY if text.strip()]
    for text in said:
        assert habit("log", "-", input=text).exit_code == 0
    first = habit("export").stdout
    assert {win["text"] for win in json.loads(first)["wins"]} == {clean_text(text) for text in said}
    env = {"HABIT_TRACKER_HOME": str(tmp_path / "other")}
    path = put(tmp_path, first)
    assert program("import", path, "--yes", env=env).returncode == 0
    assert program("export", env=env).stdout == first


def test_an_import_that_fails_half_way_leaves_nothing(
    habit: Habit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All or nothing."""
    from habit_tracker.storage import rows

    habit("log", "before")
    monkeypatch.setattr(rows, "AT_ONCE", 10)
    add = rows.add_wins

    def failing(*given: object) -> None:
        add(*given)  # type: ignore[arg-type]
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(rows, "add_wins", failing)
    assert habit("import", put(tmp_path, many(50)), "--yes").exit_code == 1
    assert texts(habit) == ["before"]


def test_twenty_thousand_wins_come_in_within_seconds(habit: Habit, tmp_path: Path) -> None:
    """Without a progress bar where nobody looks."""
    begin = time.process_time()
    found = habit("import", put(tmp_path, many(20_000)), "--yes")
    assert found.stdout.startswith("Imported 20,000 new wins")
    assert found.stderr == ""
    assert time.process_time() - begin < 10


def test_a_pipe_without_a_name_will_do(tmp_path: Path) -> None:
    """As in `habit import <(...)`: it cannot be read twice."""
    os.mkfifo(tmp_path / "pipe")
    run = [sys.executable, "-m", "habit_tracker", "import", str(tmp_path / "pipe")]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as reading:
        (tmp_path / "pipe").write_text("2026-11-20 x\n")
        assert reading.communicate(timeout=30)[0].startswith("Imported 1 new win")


def test_a_name_cannot_steer_the_terminal(habit: Habit, tmp_path: Path) -> None:
    """Neither that of a file nor one within it."""
    assert "\x07" not in habit("import", str(tmp_path / "\x07")).stderr
    data = zipped({"\x07.json": day_one({"text": "x"}, {"text": "x", "timeZone": "\x07"})})
    for words in ([], ["--skip-bad"]):
        found = habit("import", put(tmp_path, data), *words)
        assert "\x07" not in found.output
        assert "not a time zone" in found.stderr
