"""What we write, given to those who will read it: the validators, GLib, systemd's generator."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from subprocess import DEVNULL

import pytest
from support.command_lines import systemd_words
from support.need import need
from support.stand_in import DIFFICULT, heard, stand_in

from habit_tracker.desktop.autostart import unit, xdg

GENERATOR = Path("/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator")


@pytest.fixture
def entry(home: Path) -> Path:
    """Where the desktop entry belongs."""
    path = home / ".config/autostart/habit-tracker.desktop"
    path.parent.mkdir(parents=True)
    return path


@pytest.mark.parametrize("folder", ["plain", DIFFICULT])
def test_the_validator_has_nothing_to_say(entry: Path, folder: str) -> None:
    """desktop-file-validate gives neither an error nor a warning nor a hint."""
    need(shutil.which("desktop-file-validate") is not None, "desktop-file-validate")
    entry.write_text(xdg.render([f"/home/{folder}/python", "-m", "x"], {"HABIT_TRACKER_HOME": folder}))
    said = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")


@pytest.mark.parametrize("folder", ["plain", DIFFICULT])
def test_systemd_has_nothing_to_say(home: Path, folder: str) -> None:
    """systemd-analyze names our unit on stderr only when there is something wrong with it."""
    need(shutil.which("systemd-analyze") is not None, "systemd-analyze")
    path = home / "habit-tracker.service"
    path.write_text(unit.render([str(stand_in(home / folder)), "a%b"], {"HABIT_TRACKER_HOME": folder}))
    assert path.name not in _verify(path)
    path.write_text(path.read_text().replace("Type=exec", "Type=exce"))
    assert path.name in _verify(path), "the check itself sees nothing"


@pytest.mark.parametrize("environment", [{}, {"HABIT_TRACKER_HOME": DIFFICULT}])
def test_glib_starts_the_program(home: Path, entry: Path, environment: dict[str, str]) -> None:
    """The library behind GNOME, Xfce, MATE and Cinnamon starts it with the words that were given."""
    need(shutil.which("gio") is not None and shutil.which("dbus-run-session") is not None, "gio and a bus")
    os.mkfifo(home / "pipe")
    command = [str(stand_in(home / DIFFICULT)), str(home / "pipe"), "%f", DIFFICULT, ""]
    entry.write_text(xdg.render(command, environment))
    launch = ["dbus-run-session", "--", "gio", "launch", str(entry)]
    subprocess.run(launch, stdout=DEVNULL, stderr=DEVNULL, check=True, timeout=10)
    assert heard(home / "pipe")[:-1] == [*command, environment.get("HABIT_TRACKER_HOME", "")]


def test_systemd_takes_the_entry_over(home: Path, entry: Path) -> None:
    """Where systemd turns autostart entries into units (Plasma, GNOME), the command is still the same.

    Left out are $, ` and the backslash: systemd reads the specification's escapes of these differently.
    """
    need(GENERATOR.exists(), str(GENERATOR))
    folder = re.sub(r"[$`\\]", "", DIFFICULT)
    command = [str(stand_in(home / folder)), "a%b", ""]
    entry.write_text(xdg.render(command, {"HABIT_TRACKER_HOME": folder}))
    alone = os.environ | {"XDG_CONFIG_DIRS": str(home)}  # without the entries of other programs
    subprocess.run([GENERATOR, home, home, home], check=True, timeout=10, env=alone)
    made = next(home.glob("app-*.service")).read_text().split("\n")
    (line,) = [line.removeprefix("ExecStart=") for line in made if line.startswith("ExecStart=")]
    assert systemd_words(line)[-3:] == command


def _verify(path: Path) -> str:
    words = ["systemd-analyze", "--user", "verify", str(path)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=20).stderr
