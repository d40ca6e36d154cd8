"""Which Python is asked for a GTK window."""

import os
from pathlib import Path

import pytest
from support.need import need

from habit_tracker.desktop.window.gtk import NO_PYTHON, trouble
from habit_tracker.desktop.window.gtk_python import USUAL, pythons_with_gtk


def system(folder: Path, *, typelib: str = "lib/girepository-1.0") -> Path:
    """The Python of a system in that *folder*, with GTK 4 beside it."""
    for part in ("bin", typelib):
        (folder / part).mkdir(parents=True)
    (folder / typelib / "Gtk-4.0.typelib").touch()
    program = folder / "bin" / "python3"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o700)
    return program


def others(*folders: Path | str, **env: str) -> list[Path]:
    """Those that are found in these folders of programs, beside the usual one."""
    named = {"PATH": os.pathsep.join(str(folder) for folder in folders)} | env
    return [python for python in pythons_with_gtk(named) if python != USUAL]


@pytest.mark.parametrize("typelib", ["lib/girepository-1.0", "lib64/girepository-1.0", "lib/x/girepository-1.0"])
def test_a_python_of_the_system_is_found(tmp_path: Path, typelib: str) -> None:
    """Wherever its system keeps its libraries."""
    program = system(tmp_path, typelib=typelib)
    assert others(program.parent) == [program]


def test_the_same_python_is_asked_once(tmp_path: Path) -> None:
    """By whatever name it is there."""
    program = system(tmp_path / "one")
    link = system(tmp_path / "other")
    link.unlink()
    link.symlink_to(program)
    assert others(program.parent, link.parent) == [program]


def test_an_environment_is_not_asked(tmp_path: Path) -> None:
    """Ours is one: it sees nothing of the system's."""
    program = system(tmp_path)
    (tmp_path / "pyvenv.cfg").touch()
    assert others(program.parent) == []


def test_a_python_without_gtk_is_not_even_started(tmp_path: Path) -> None:
    """It may be a shim, which takes long to say that it has nothing."""
    program = system(tmp_path)
    next(tmp_path.rglob("*.typelib")).unlink()
    assert others(program.parent) == []
    (tmp_path / "Gtk-4.0.typelib").touch()
    assert others(program.parent, GI_TYPELIB_PATH=str(tmp_path)) == [program]


def test_the_current_folder_is_not_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where PATH names it."""
    system(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert others("bin", "", ".") == []


def test_its_trouble_is_named(nowhere: dict[str, str], tmp_path: Path) -> None:
    """What GTK says, or what to install."""
    need(any(pythons_with_gtk({})), "GTK 4 for the system's Python")
    assert trouble(nowhere) == "GTK finds no screen"
    broken = system(tmp_path).parent
    assert trouble(nowhere | {"PATH": str(broken)}) == "GTK finds no screen; the GTK window ended unexpectedly"
    assert "apt install" in NO_PYTHON
