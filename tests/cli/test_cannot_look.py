"""Cannot look is not "nothing there": a folder that is closed is named by whoever would have looked into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.ordinary import ordinary
from support.program import habit as program

LOOKING = [("wins",), ("streak",), ("backup", "--list"), ("restore", "latest", "--yes"), ("doctor",)]


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """A folder that nobody without root's power can look into."""
    folder.chmod(0)
    try:
        yield
    finally:
        folder.chmod(0o700)


@pytest.fixture
def data(home: object, tmp_path: Path) -> Path:
    """A data folder with a win, a copy, and an inbox."""
    program("log", "a win")
    program("backup")
    (tmp_path / "home" / "inbox").mkdir(0o700)
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("name", "depends", "unaffected"),
    [
        ("inbox", {"doctor"}, {"backup", "restore"}),
        pytest.param(
            "backups", {"backup", "restore", "doctor"}, {"log", "wins", "streak"}, marks=pytest.mark.slow
        ),
        pytest.param(".", {"log", "wins", "streak", "backup", "restore", "doctor"}, set(), marks=pytest.mark.slow),
    ],
)
def test_a_closed_folder_is_named(data: Path, name: str, depends: set[str], unaffected: set[str]) -> None:
    """The exit status is 1 where the answer depends on what is in it; what is right all the same is given."""
    words = ordinary()
    with closed(data / name):
        for command in [("log", "one more"), *LOOKING]:
            found = program(*command, before=words)
            said = "".join((found.stdout + found.stderr).split())
            assert (found.returncode == 1) is (command[0] in depends), (command, found)
            named = str(data / name) in said and ("Permissiondenied" in said or "cannotbeopened" in said)
            assert named is not (command[0] in unaffected), (command, said)
            assert "Traceback" not in said
            assert "couldnotbechecked" not in said


def test_a_file_in_the_place_of_a_folder_is_named_too(data: Path) -> None:
    """Nothing can be in it."""
    os.rename(data / "backups", data / "elsewhere")  # noqa: PTH104
    (data / "backups").write_text("")
    for command in (("backup", "--list"), ("restore", "latest", "--yes")):
        found = program(*command)
        assert found.returncode == 1
        assert f"{data / 'backups'} cannot be looked into: Not a directory" in found.stderr
