"""The menu entry starts the program, wherever that lies, and is one that desktops take."""

import os
import shutil
import subprocess
from pathlib import Path
from subprocess import DEVNULL

import pytest
from support.command_lines import desktop_words
from support.need import need
from support.stand_in import DIFFICULT, heard, stand_in

from habit_tracker.desktop.autostart.words import without_env
from habit_tracker.desktop.integration.entry import MenuEntry, installed, menu_entries
from habit_tracker.desktop.integration.files import data_folder
from habit_tracker.domain.errors import HabitError

COMMAND = ["/home/ann/.venv/bin/python", "-P", "-m", "habit_tracker", "ask"]
FOLDERS = ["plain", DIFFICULT, "100%f", "a;b", "x=y", "it's", "'", "\\s\\n", "$(id)", " two  spaces "]


@pytest.fixture
def entry(data: Path) -> MenuEntry:
    """The first entry, in a folder that is there."""
    found = MenuEntry()
    found.path.parent.mkdir(parents=True)
    return found


def values(content: bytes, key: str) -> list[str]:
    """The values of *key*, that of the entry and those of its actions."""
    lines = content.decode().split("\n")
    return [line.removeprefix(f"{key}=") for line in lines if line.startswith(f"{key}=")]


@pytest.mark.parametrize("environment", [{}, {"HABIT_TRACKER_HOME": DIFFICULT}])
@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_started_is_what_was_given(entry: MenuEntry, folder: str, environment: dict[str, str]) -> None:
    """By the rules of the specification, and by what we read back; the action starts the same."""
    command = [f"/home/{folder}/python", *COMMAND[1:]]
    entry.path.write_bytes(entry.content(command, environment))
    first, action = values(entry.path.read_bytes(), "Exec")
    assert without_env(desktop_words(first)) == command
    assert action == first
    assert (entry.registered(), entry.environment()) == (command, environment)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_validator_has_nothing_to_say(entry: MenuEntry, folder: str) -> None:
    """desktop-file-validate gives neither an error nor a warning nor a hint, for the first and for a second."""
    need(shutil.which("desktop-file-validate") is not None, "desktop-file-validate")
    for of in ("", folder):
        entry.path.write_bytes(entry.content([f"/home/{folder}/python"], {"HABIT_TRACKER_HOME": folder}, of))
        said = subprocess.run(["desktop-file-validate", entry.path], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stdout + said.stderr) == (0, "")


@pytest.mark.parametrize("environment", [{}, {"HABIT_TRACKER_HOME": DIFFICULT}])
def test_glib_starts_the_program(tmp_path: Path, entry: MenuEntry, environment: dict[str, str]) -> None:
    """The library behind GNOME, Xfce, MATE and Cinnamon takes it for a program that is there, and starts it."""
    need(shutil.which("gio") is not None and shutil.which("dbus-run-session") is not None, "gio and a bus")
    os.mkfifo(tmp_path / "pipe")
    command = [str(stand_in(tmp_path / DIFFICULT)), str(tmp_path / "pipe"), "%f", DIFFICULT]
    entry.path.write_bytes(entry.content(command, environment))
    launch = ["dbus-run-session", "--", "gio", "launch", str(entry.path)]
    without = {name: value for name, value in os.environ.items() if name != "HABIT_TRACKER_HOME"}
    subprocess.run(launch, stdout=DEVNULL, stderr=DEVNULL, check=True, timeout=10, env=without)
    assert heard(tmp_path / "pipe")[:-1] == [*command, environment.get("HABIT_TRACKER_HOME", "")]


def test_the_name_of_a_second_folder_is_shown(entry: MenuEntry) -> None:
    """As it is, whatever it holds; one that no entry can hold is refused."""
    (name, _action) = values(entry.content(COMMAND, {}, of="work\\n"), "Name")
    assert name == "Habit tracker (work\\\\n)"
    with pytest.raises(HabitError, match="Rename the folder"):
        entry.content(COMMAND, {}, of="a\nExec=evil")


def test_only_an_entry_of_this_program_is_named_to_a_server(entry: MenuEntry) -> None:
    """None, another program's, one that is switched off, one that cannot be read: then no name is sent."""
    assert installed() is None
    entry.path.write_bytes(entry.content(COMMAND, {}))
    assert installed() == "habit-tracker"
    with entry.path.open("a") as file:
        file.write("Hidden=true\n")
    assert installed() is None
    entry.path.write_text("[Desktop Entry]\nExec=/usr/bin/habit-tracker\n")
    assert installed() is None
    entry.path.unlink()
    entry.path.mkdir()
    assert installed() is None


def test_entries_are_found_by_their_names(entry: MenuEntry) -> None:
    """The first and those of other folders; what only begins alike is another program's."""
    for name in ("habit-tracker", "habit-tracker-0123abcd", "habit-tracker-pro", "habit-trackers"):
        MenuEntry(name).path.touch()
    assert [found.name for found in menu_entries()] == ["habit-tracker", "habit-tracker-0123abcd"]


def test_the_data_folder_may_be_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """XDG_DATA_HOME is respected, unless it is relative."""
    assert data_folder() == tmp_path / "data"
    for named in ("relative", ""):
        monkeypatch.setenv("XDG_DATA_HOME", named)
        assert data_folder() == Path.home() / ".local/share"
