"""habit export."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Habit
from support.program import habit as program
from support.terminal import typed

from habit_tracker.storage.home import Home


def test_everything_goes_to_standard_output(habit: Habit) -> None:
    """JSON, unless another format is asked for."""
    habit("log", "hello")
    habit("plan", "--at", "16:00")
    found = json.loads(habit("export").stdout)
    assert [win["text"] for win in found["wins"]] == ["hello"]
    assert found["plans"]


def test_a_file_is_readable_by_its_owner_alone(habit: Habit, tmp_path: Path) -> None:
    """Whatever the umask; nothing else is left beside it."""
    before = os.umask(0)
    try:
        assert habit("export", "-o", str(tmp_path / "out" / "x.json")).exit_code == 1
        (tmp_path / "out").mkdir()
        assert habit("export", "-o", str(tmp_path / "out" / "x.json")).stdout == ""
    finally:
        os.umask(before)
    (written,) = (tmp_path / "out").iterdir()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_by_force(habit: Habit, tmp_path: Path) -> None:
    """Nothing is overwritten by accident."""
    target = tmp_path / "x.json"
    target.write_text("mine")
    found = habit("export", "-o", str(target))
    assert (found.exit_code, found.stderr.count("\n"), target.read_text()) == (1, 1, "mine")
    assert "--force" in found.stderr
    assert habit("export", "-o", str(target), "--force").exit_code == 0
    assert json.loads(target.read_text())["format"] == 2


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        (["wins.json"], "{"),
        (["wins.csv"], "\ufeffday,text"),
        (["wins.MD"], "# Wins"),
        (["wins.markdown"], "# Wins"),
        (["wins.txt", "--format", "csv"], "\ufeffday,text"),
        (["wins.csv", "--format", "json"], "{"),
        (["-o", "wins.csv"], "\ufeffday,text"),
        (["-o", "wins.backup"], "{"),
    ],
)
def test_the_ending_says_what_to_write(
    habit: Habit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], begin: str
) -> None:
    """--format overrules it; -o writes JSON where the ending says nothing."""
    monkeypatch.chdir(tmp_path)
    found = habit("export", *words)
    assert (found.exit_code, found.stdout) == (0, "")
    (written,) = (path for path in tmp_path.iterdir() if path.is_file())
    assert written.read_text().startswith(begin)


def test_a_dash_is_standard_output(habit: Habit) -> None:
    """As FILE and after -o."""
    assert habit("export", "-").stdout == habit("export", "-o", "-").stdout == habit("export").stdout


@pytest.mark.parametrize(("answer", "text"), [("y\n", "{"), ("n\n", "mine")])
def test_somebody_at_a_terminal_is_asked_before_a_file_is_replaced(tmp_path: Path, answer: str, text: str) -> None:
    """And it stays unless they agree."""
    target = tmp_path / "x.json"
    target.write_text("mine")
    status, shown = typed("export", str(target), text=answer)
    assert "is there already. Replace it? [y/N]" in shown
    assert (status, target.read_text()[: len(text)]) == (0 if text == "{" else 1, text)


def test_a_link_is_followed(habit: Habit, tmp_path: Path) -> None:
    """It stays a link."""
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    habit("export", "-o", str(tmp_path / "link.json"), "--force")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text())


def test_a_full_disk_leaves_what_was_there(habit: Habit, tmp_path: Path) -> None:
    """The old file is whole, and no half of a new one lies about."""
    for _ in range(3):
        habit("log", "x" * 9000)
    target = tmp_path / "out" / "x.json"
    target.parent.mkdir()
    target.write_text("mine")
    limited = f"ulimit -f 8; exec {sys.executable} -m habit_tracker export --force -o {target}"
    found = subprocess.run(["bash", "-c", limited], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr.count("\n")) == (1, 1)
    assert [path.read_text() for path in target.parent.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        (["--format", "xml"], 2, "xml"),
        (["--from", "today", "--to", "yesterday"], 2, "comes after"),
        (["-o", "/"], 1, "not a file"),
        (["-o", "/dev/null", "--force"], 1, "not a file"),
        (["-o", "no/such/folder/x"], 1, "no folder"),
        (["wins.txt"], 2, "end it in .json, .csv or .md, or add --format"),
        (["wins"], 2, "end it in .json, .csv or .md, or add --format"),
        (["wins.json", "-o", "wins.json"], 2, "leave one out"),
        (["x" * 300 + ".json"], 1, "name another file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    habit: Habit, words: list[str], status: int, reason: str
) -> None:
    """On standard error."""
    found = habit("export", *words)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (status, "", 1)
    assert reason in found.stderr


def test_an_export_of_nothing_makes_no_database(habit: Habit, home: Home) -> None:
    """Looking creates nothing."""
    assert json.loads(habit("export").stdout)["wins"] == []
    assert not home.folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "csv"])
def test_no_character_is_lost_in_any_locale(form: str) -> None:
    """A pipe gets UTF-8."""
    program("log", "fertig ü🎉")
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    found = subprocess.run(
        [sys.executable, "-m", "habit_tracker", "export", "--format", form],
        capture_output=True,
        env=os.environ | env,
        check=True,
    )
    text = found.stdout.decode()
    assert "fertig ü🎉" in (json.loads(text)["wins"][0]["text"] if form == "json" else text)


def test_a_terminal_is_not_steered(habit: Habit) -> None:
    """What goes to a screen shows no control character; what goes to a pipe is complete."""
    habit("log", "-", input="a\x1b[2Jb")
    terminal, its_end = os.openpty()
    run = [sys.executable, "-m", "habit_tracker", "export", "--format", "csv"]
    subprocess.run(run, stdout=its_end, check=True)
    os.close(its_end)
    shown = os.read(terminal, 10_000)
    os.close(terminal)
    assert b"\x1b" not in shown
    assert b"[2Jb" in shown
    assert "a\x1b[2Jb" in habit("export", "--format", "csv").stdout
