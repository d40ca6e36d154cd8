"""habit import."""

import json
import os
import subprocess
import sys
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
    zipped_journal = zipped({"Journal.json": day_one({"text": "y"})})
    assert habit("import", "-", input=zipped_journal).stdout.startswith("Imported 1 new win")
    assert "standard input is none of the files" in habit("import", "-", input="hello").stderr


def test_a_deleted_win_stays_deleted(habit: Habit, tmp_path: Path) -> None:
    """Importing the file again does not bring it back."""
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    habit("delete", "1", "--yes")
    habit("import", put(tmp_path, "2026-11-20 x\n"))
    assert texts(habit) == []


EACH_READER: dict[str, str | bytes] = {
    "jrnl": jrnl({"title": "x"}),
    "Day One": day_one({"text": "x"}),
    "Day One with ids": day_one({"text": "x", "uuid": "0123456789ABCDEF0123456789ABCDEF"}),
    "Daylio": daylio("2026-11-20,x,x,10:00,good,,,x"),
    "Loop": loop({"001 x": "2026-11-20,2\n"}),
    "plain text": "2026-11-20 x\n",
    "CSV": "day,text\n2026-11-20,x\n",
}


@pytest.mark.parametrize("name", EACH_READER)
def test_a_deleted_win_comes_back_when_told(habit: Habit, tmp_path: Path, name: str) -> None:
    """With the words that it had last; the import says so, and can be taken back."""
    path = put(tmp_path, EACH_READER[name])
    habit("import", path)
    habit("edit", "1", "better words")
    habit("delete", "1", "--yes")
    found = habit("import", path)
    assert found.stdout.startswith("There is nothing new in this file: ")
    assert found.stdout.endswith(
        "\n1 win that you deleted or took back stays away; --restore-deleted brings it back.\n"
    )
    assert "1 deleted win restored" in habit("import", path, "--restore-deleted", "--dry-run").stdout
    assert texts(habit) == []
    assert "1 deleted win restored" in habit("import", path, "--restore-deleted").stdout
    assert texts(habit) == ["better words"]
    assert habit("undo").exit_code == 0
    assert texts(habit) == []
    assert "stays away" in habit("import", path).stdout


def test_a_win_that_was_logged_and_taken_back_stays_away_too(habit: Habit, tmp_path: Path) -> None:
    """From our own exports, unless told."""
    habit("log", "x", "-c", "3")
    for form, later in (("json", "2026-11-23 15:00"), ("csv", "2026-11-23 16:00")):
        path = str(tmp_path / f"wins.{form}")
        habit("export", path)
        habit("undo", at=later)
        assert "1 win that you deleted or took back stays away" in habit("import", path, at=later).stdout
        assert texts(habit) == []
        assert habit("import", path, "--restore-deleted", at=later).exit_code == 0
        assert texts(habit) == ["x"]


def test_a_restored_win_outlives_its_deletion_elsewhere(habit: Habit, tmp_path: Path, home: Home) -> None:
    """An export that still tells of the deletion does not delete it again."""
    habit("log", "x")
    before, deleted = str(tmp_path / "before.json"), str(tmp_path / "deleted.json")
    habit("export", before)
    habit("delete", "1", "--yes", at="2026-11-23 15:00")
    habit("export", deleted)
    habit("import", before, "--restore-deleted", at="2026-11-23 14:30")  # by a clock that is behind
    assert "nothing new" in habit("import", deleted).stdout
    assert texts(habit) == ["x"]


def test_an_import_that_was_taken_back_comes_in_again(habit: Habit, tmp_path: Path) -> None:
    """All of it: nothing of it was deleted by the person."""
    path = put(tmp_path, many(3))
    for _ in range(2):
        assert habit("import", path).stdout.startswith("Imported 3 new wins")
        habit("undo")
    assert texts(habit) == []


def test_an_import_is_taken_back_whole(
    habit: Habit, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it comes in portions, and the numbers that the wins keep do not rise with their days."""
    from habit_tracker.storage import bulk

    for number, day in enumerate(["2026-11-20", "2026-11-18", "2026-11-21", "2026-11-19", "2026-11-17"]):
        habit("log", f"win {number}", "--on", day)
    exported = put(tmp_path, habit("export").stdout)
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "other"))
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    assert habit("import", exported, "--yes").stdout.startswith("Imported 5 new wins")
    assert len(texts(habit)) == 5
    assert habit("undo").exit_code == 0
    assert texts(habit) == []
    assert habit("redo").exit_code == 0
    assert len(texts(habit)) == 5


def test_what_is_left_out_is_said_in_sentences(habit: Habit, tmp_path: Path) -> None:
    """One for each reason."""
    marks = "Date,Value,Notes\n2026-11-20,YES_MANUAL,\n2026-11-19,NO,\n2026-11-18,SKIP,\n2026-11-17,YES_AUTO,\n"
    found = habit("import", put(tmp_path, loop({"001 Run": marks})))
    assert found.stdout.splitlines()[1:] == [
        "2 entries were left out: not done.",
        "1 entry was left out: filled in by Loop, not ticked.",
    ]


def test_a_note_that_loop_was_given_later_comes_in(habit: Habit, tmp_path: Path) -> None:
    """Where the name of the habit stood; words that are here are not overwritten, and that is said."""

    def bring(note: str) -> str:
        marks = f"Date,Value,Notes\n2026-11-20,YES_MANUAL,{note}\n"
        return habit("import", put(tmp_path, loop({"001 Run": marks}))).stdout

    bring("")
    assert "1 win changed" in bring("Early")
    assert texts(habit) == ["Early"]
    assert "1 win reads otherwise here than in the file, and stays as here." in bring("Late")
    assert "nothing new" in bring("")
    assert texts(habit) == ["Early"]
    habit("undo")
    assert texts(habit) == ["Run"]


@pytest.mark.parametrize("words", ["aaa", "zzz"])
def test_words_that_were_changed_in_a_spreadsheet_are_not_passed_over_silently(
    habit: Habit, tmp_path: Path, words: str
) -> None:
    """The table still tells the old time, so nobody knows which words are later."""
    habit("log", "mmm")
    habit("export", str(tmp_path / "wins.csv"))
    table = (tmp_path / "wins.csv").read_text().replace(",mmm,", f",{words},")
    assert "1 win reads otherwise here than in the file" in habit("import", put(tmp_path, table)).stdout
    assert texts(habit) == ["mmm"]


def test_a_broken_table_is_left_out_from_there_on(habit: Habit, tmp_path: Path) -> None:
    """With --skip-bad what stands before it comes in."""
    path = put(tmp_path, 'day,text\n2026-11-20,a\n2026-11-21,"b\n2026-11-22,c\n')
    assert "line 3: a quotation mark opens here and is never closed" in habit("import", path).stderr
    found = habit("import", path, "--skip-bad")
    assert found.stderr.startswith("Skipped line 3 and all that follows: a quotation mark")
    assert texts(habit) == ["a"]


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
        ([], loop({"001 a\x1b[2J": "", "002 b": ""}), 1, "'a\N{REPLACEMENT CHARACTER}[2J', 'b'"),
        ([], '{"format": 1, "wins": [{"\x1b[2J": 1}]}'.replace("\x1b", "\\u001b"), 1, "wins[0]: this version"),
        ([], '{"a": {"b": 1, "b": 2}}', 1, "two values for one 'b'"),
        ([], "day,text\n1899-12-31,x\n", 1, "days lie in the years 1900 to 2199"),
        ([], "2026-11-20 a\n2026-11-21 b", 1, "line 2: no line end follows"),
        ([], "day,text,confidence\n2026-11-20,x," + "9" * 400, 1, "line 2: no line end follows"),
        ([], "day,text,confidence\n2026-11-20,x," + "9" * 400 + "\n", 1, "is not a number from 1 to 5"),
        ([], "day,text,uid\n2026-11-20,x," + "\x1b" * 400 + "\n", 1, "is not the uid of a win"),
        ([], loop({f"{number:03} {number}{'x' * 90}": "" for number in range(1, 100)}), 1, "99 habits; name one"),
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
    assert found.stderr.removeprefix("Error: ").strip().isprintable()
    assert len(found.stderr.replace(str(tmp_path / "file"), "")) < len("Error: \n") + 160
    assert not home.folder.exists()


@pytest.mark.parametrize("path", ["no/such/file", "/", "."])
def test_a_file_that_cannot_be_read(habit: Habit, path: str) -> None:
    """Its name and why."""
    found = habit("import", path)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert path in found.stderr


@pytest.mark.slow
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


@pytest.mark.slow
def test_twenty_thousand_wins_come_in_without_a_word(habit: Habit, tmp_path: Path) -> None:
    """Nothing says how far it is where nobody looks."""
    found = habit("import", put(tmp_path, many(20_000)), "--yes")
    assert found.stdout.startswith("Imported 20,000 new wins")
    assert found.stderr == ""


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
