"""Files made where others can write: they read nothing, put nothing under, and what they could do is said."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Habit
from support.two_people import acting_as, folder_of, two_people

STICKY, OPEN = 0o1777, 0o777
COPY = "habit-2026-11-23.db"


class Scene(NamedTuple):
    """Me with a win, another person, and a folder where both can write."""

    me: str
    other: str
    mine: Path
    shared: Path
    habit: Habit


@pytest.fixture
def scene(habit: Habit, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """The shared folder is a sticky one. All that the commands load is loaded before root's power is given up."""
    with ExitStack() as stack:
        me, other = stack.enter_context(two_people())
        mine, shared = (stack.enter_context(folder_of(*one)) for one in ((me, 0o700), (None, STICKY)))
        habit("log", "to load what it loads")
        habit("backup", str(shared / COPY))
        habit("restore", str(shared / COPY), "--yes")
        habit("export", "-o", str(shared / "export.json"))
        for made in list(shared.iterdir()):
            made.unlink()
        monkeypatch.setenv("HABIT_TRACKER_HOME", str(mine / "home"))
        assert (
            habit("log", "a secret").exit_code == 0
        )  # by root, for the migrations may lie where nobody else looks
        for made in [mine / "home", *(mine / "home").rglob("*")]:
            shutil.chown(made, me, me)
        yield Scene(me, other, mine, shared, habit)


def readable_by(name: str, path: Path) -> bool:
    """Whether that user can open the file."""
    try:
        with acting_as(name), path.open("rb"):
            return True
    except PermissionError:
        return False


@pytest.mark.parametrize("words", [("backup",), pytest.param(("export", "-o"), marks=pytest.mark.slow)])
def test_what_another_has_prepared_is_not_used(scene: Scene, words: tuple[str, ...]) -> None:
    """Neither files nor links under the names of unfinished files; in a sticky folder that needs no word."""
    target = scene.shared / COPY
    victim = scene.mine / "recipes.db"
    with acting_as(scene.me), closing(sqlite3.connect(victim)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    whole = victim.read_bytes()
    with acting_as(scene.other):
        for number in range(1000):
            scene.shared.joinpath(f".{COPY}.{os.getpid() + number}.part").touch(0o666)
            scene.shared.joinpath(f".{COPY}.{os.getpid() - number - 1}.part").symlink_to(victim)
    with acting_as(scene.me):
        result = scene.habit(*words, str(target))
    assert (result.exit_code, "Others" in result.output) == (0, False), result.output
    assert target.owner() == scene.me
    assert not readable_by(scene.other, target)
    assert victim.read_bytes() == whole
    assert not any(path.lstat().st_size for path in scene.shared.glob(".*.part") if not path.is_symlink())


@pytest.mark.slow
@pytest.mark.parametrize("words", [("backup",), ("export", "--force", "-o")])
@pytest.mark.parametrize("on_the_way", [False, True])
def test_a_link_of_another_is_not_followed(scene: Scene, words: tuple[str, ...], on_the_way: bool) -> None:
    """Not as the file, nor as a folder on the way to it, nor from a link of one's own; one's own alone is."""
    precious = scene.mine / "precious"
    with acting_as(scene.me):
        precious.write_text("precious")
    link = scene.shared / "link"
    with acting_as(scene.other):
        link.symlink_to(scene.mine if on_the_way else precious)
    target = link / "precious" if on_the_way else link
    own = scene.mine / "own"
    with acting_as(scene.me):
        own.symlink_to(target)
        for named in (target, own):
            result = scene.habit(*words, str(named))
            assert result.exit_code == 1
            assert f"{link} is a link that somebody else has made" in result.output
        assert precious.read_text() == "precious"
        own.unlink()
        own.symlink_to(scene.mine / "new")
        assert scene.habit(*words, str(own)).exit_code == 0
    assert own.is_symlink()
    assert (scene.mine / "new").stat().st_size


@pytest.mark.slow
@pytest.mark.parametrize("words", [("backup",), ("export", "-o")])
def test_a_folder_where_others_may_replace_the_file_is_named(scene: Scene, words: tuple[str, ...]) -> None:
    """In one sentence: the folder itself, one of somebody else, one above. One's own group is nobody else."""
    with folder_of(None, OPEN) as open_folder, folder_of(scene.other, OPEN | 0o1000) as theirs:
        with acting_as(scene.me):
            (open_folder / "mine").mkdir(0o700)
        for number, folder in enumerate([open_folder, open_folder / "mine", theirs, scene.mine]):
            if folder == scene.mine:
                folder.chmod(0o775)
            target = folder / f"file-{number}"
            with acting_as(scene.me):
                result = scene.habit(*words, str(target))
            assert result.exit_code == 0, result.output
            said = f"Others on this computer may replace {target}: they can write to" in result.stderr
            assert said is (folder != scene.mine), (folder, result.output)
            assert not readable_by(scene.other, target)


@pytest.mark.slow
def test_a_journal_that_another_put_beside_a_copy_is_not_believed(scene: Scene) -> None:
    """SQLite would take it for the unfinished change of the copy."""
    target = scene.shared / COPY
    with acting_as(scene.me):
        scene.habit("backup", str(target))
    with acting_as(scene.other):
        target.with_name(f"{COPY}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(1000))
    with acting_as(scene.me):
        result = scene.habit("restore", str(target), "--yes")
    assert result.exit_code == 1
    assert "put beside" in result.output
