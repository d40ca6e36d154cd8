"""habit backup and habit restore, as a person uses them."""

import json
from pathlib import Path

import pytest
from conftest import Habit
from support.terminal import typed

from habit_tracker.storage.home import Home


def wins(habit: Habit) -> list[str]:
    """What the wins say, newest first."""
    return [win["text"] for win in json.loads(habit("wins", "--json").stdout)]


def copies(habit: Habit) -> list[dict[str, object]]:
    """The copies in the data folder."""
    found: list[dict[str, object]] = json.loads(habit("backup", "--list", "--json").stdout)
    return found


def test_yesterdays_state_comes_back_with_one_command(habit: Habit, home: Home) -> None:
    """And today's, with one more."""
    habit("log", "first")
    copy = home.backups / "backup-20261123T130000Z.db"
    assert habit("backup").output == f"Copied to {copy}: 1 win, the newest of 2026-11-23.\n"
    habit("log", "second")
    habit("delete", "1", "--yes")
    result = habit("restore", "latest", "--yes")
    assert "Restored 1 win" in result.output
    assert str(home.backups / "before-restore-20261123T130000Z.db") in result.output
    assert wins(habit) == ["first"]
    assert habit("undo").output.startswith("Took back: restored backup-20261123T130000Z.db (1 win, ")
    assert wins(habit) == ["second"]


def test_a_damaged_database_comes_back(habit: Habit, home: Home) -> None:
    """Every command says how, and that is all there is to do."""
    habit("log", "first")
    habit("backup")
    home.database.write_bytes(home.database.read_bytes()[:5000])
    for words in (["wins"], ["log", "x"], ["undo"], ["backup"]):
        result = habit(*words)
        assert result.exit_code == 1
        assert "backup-20261123T130000Z.db (1 win): `habit restore latest`" in result.stderr
    assert habit("restore", "latest", "--yes").exit_code == 0
    assert wins(habit) == ["first"]


def test_the_list_says_which_copies_are_good(habit: Habit, home: Home) -> None:
    """For people and for programs."""
    assert "There are no copies" in habit("backup", "--list").stdout
    habit("log", "first")
    habit("backup")
    (home.backups / "torn.db").write_text("torn " * 1000)
    lines = habit("backup", "--list").stdout.splitlines()
    assert lines[0] == f"In {home.backups}:"
    assert "torn.db                     NOT GOOD" in lines[1]
    assert "is not a database" in lines[2]
    assert "backup-20261123T130000Z.db  1 win, the newest of 2026-11-23" in lines[3]
    assert [copy["wins"] for copy in copies(habit)] == [None, 1]
    assert copies(habit)[1]["newest_day"] == "2026-11-23"


def test_a_copy_goes_where_it_is_told(habit: Habit, tmp_path: Path) -> None:
    """To a file, or into a folder under a name of its own."""
    habit("log", "first")
    for place, expected in ((tmp_path / "my.db", "my.db"), (tmp_path, "habit-2026-11-23.db")):
        assert habit("backup", str(place)).exit_code == 0
        assert (tmp_path / expected).is_file()


@pytest.mark.parametrize("place", ["new/folder/x.db", "new/folder/", "file/x.db"])
def test_a_folder_that_is_missing_is_not_made_unasked(habit: Habit, tmp_path: Path, place: str) -> None:
    """It may be a slip of the pen, or a stick that is not there."""
    habit("log", "first")
    (tmp_path / "file").write_text("")
    found = habit("backup", f"{tmp_path}/{place}")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    assert "another place for the copies" in found.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("place", "made"), [("new/folder/x.db", "x.db"), ("new/folder/", "habit-*.db")])
def test_somebody_at_a_terminal_may_let_the_folder_be_made(
    habit: Habit, tmp_path: Path, place: str, made: str
) -> None:
    """Readable by them alone."""
    habit("log", "first")
    assert "Make it? [y/N]" in typed("backup", f"{tmp_path}/{place}", text="n\n")[1]
    assert not (tmp_path / "new").exists()
    assert typed("backup", f"{tmp_path}/{place}", text="y\n")[0] == 0
    assert [path.is_file() for path in (tmp_path / "new" / "folder").glob(made)] == [True]
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["backup"], 1, "nothing to copy yet"),
        (["backup", "--list", "x.db"], 2, "takes no PATH"),
        (["restore", "latest"], 1, "no good copy"),
        (["restore", "nowhere.db", "--yes"], 1, "There is no file"),
    ],
)
def test_what_cannot_be_done_is_said(habit: Habit, words: list[str], status: int, sentence: str) -> None:
    """In one sentence."""
    result = habit(*words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert sentence in result.stderr


def test_restoring_asks_first(habit: Habit) -> None:
    """Without a terminal it says what to type."""
    habit("log", "first")
    habit("backup")
    result = habit("restore", "latest")
    assert result.exit_code == 2
    assert "habit restore latest --yes" in result.stderr
