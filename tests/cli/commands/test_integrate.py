"""The program in the person's menu and in their manual: put there, kept up to date, taken away."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from conftest import NOW, Habit
from support.moments import moment
from support.need import need
from support.program import habit as program

from habit_tracker.cli import main
from habit_tracker.cli.app import App
from habit_tracker.cli.doctor import fix
from habit_tracker.cli.doctor.finding import Finding, State
from habit_tracker.cli.doctor.menu import menu
from habit_tracker.cli.doctor.probe import Probe
from habit_tracker.reminder.lock import running
from habit_tracker.storage.home import Home

ALL = "Installed for your desktop: menu entry, icon, manual (in {}).\n"
GONE = "Removed from your desktop: menu entry, icon, manual."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder; it is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def entry(data: Path) -> Path:
    """Where the first menu entry belongs."""
    return data / "applications/habit-tracker.desktop"


@pytest.fixture
def nothing_left(home: Home) -> Iterator[None]:
    """No reminder outlives its test."""
    yield
    if left := running(home):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def files(data: Path) -> list[Path]:
    """All that is in the data folder."""
    return [path for path in data.rglob("*") if not path.is_dir()]


def validated(*command: str | Path) -> str:
    """What a validator says, which succeeds."""
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
    return said.stdout + said.stderr


def seen() -> Finding | None:
    """What the doctor says of it."""
    with click.Context(main, info_name="habit"):
        return menu(Probe(App(moment(NOW))))


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_left")
def test_start_puts_it_there_and_uninstall_takes_it_away(data: Path, entry: Path, home: Home) -> None:
    """One line says so, the first time; nothing but the person's data is left."""
    first = program("start")
    assert "Installed for your desktop: menu entry, icon, manual" in first.stdout
    assert str(home.folder) in entry.read_text()
    again = program("start")
    assert (again.returncode, "for your desktop" in again.stdout) == (0, False)
    assert GONE in program("uninstall").stdout.splitlines()
    assert files(data) == []


def test_what_is_generated_passes_the_validators(habit: Habit, data: Path, entry: Path) -> None:
    """Each of them, with nothing to say."""
    need(all(map(shutil.which, ("desktop-file-validate", "appstreamcli", "mandoc"))), "the validators")
    habit("config", "integrate", "on")
    (about,) = (data / "metainfo").iterdir()
    pages = sorted((data / "man/man1").iterdir())
    assert validated("desktop-file-validate", entry) == ""
    assert validated("mandoc", "-Tlint", *pages) == ""
    assert "W:" not in validated("appstreamcli", "validate", "--no-net", about)
    for icon in (data / "icons").rglob("*.svg"):
        found = ElementTree.fromstring(icon.read_text())  # noqa: S314  it is our own
        assert found.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_setting_takes_it_away_and_brings_it_back(habit: Habit, data: Path) -> None:
    """At once; off stays off, and nothing that was off is done again."""
    assert habit("config", "integrate", "on").stdout == ALL.format(data / "man")
    assert habit("config", "integrate", "on").stdout == "Nothing was missing.\n"
    assert habit("config", "integrate", "OFF").stdout == f"{GONE}\n"
    assert (files(data), habit("config", "integrate").stdout) == ([], "off\n")
    assert habit("config", "integrate", "off").stdout == "Nothing was there.\n"
    assert "set integrate to off" in habit("undo").stdout
    refused = habit("config", "integrate", "maybe")
    assert (refused.exit_code, "Write on or off." in refused.stderr) == (2, True)


@pytest.mark.usefixtures("nothing_left")
def test_switched_off_nothing_is_put_there(habit: Habit, data: Path) -> None:
    habit("config", "integrate", "off")
    said = program("start")
    assert (said.returncode, "for your desktop" in said.stdout, files(data)) == (0, False, [])


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_left")
def test_where_it_cannot_be_written_the_reminder_starts_all_the_same(data: Path, home: Home) -> None:
    """One sentence says what is in the way."""
    data.write_text("in the way")
    said = program("start")
    words = " ".join(said.stdout.split())
    assert (said.returncode, "There may be no menu entry or manual: Cannot write" in words) == (0, True)
    assert running(home)


def test_what_cannot_be_removed_is_named(habit: Habit, entry: Path) -> None:
    """And what was to be ended is ended."""
    entry.mkdir(parents=True)
    said = habit("uninstall")
    lines = said.stdout.splitlines()
    assert (said.exit_code, lines[:2]) == (
        0,
        ["The reminder was not running.", "Nothing starts it when you log in."],
    )
    assert lines[2] == f"The menu entry or the manual may still be there: Cannot read {entry}: Is a directory."


def test_a_second_home_has_an_entry_of_its_own(
    habit: Habit, data: Path, entry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named by its folder; what both need goes with the last."""
    habit("config", "integrate", "on")
    first = entry.read_text()
    monkeypatch.setenv("HABIT_TRACKER_HOME", str(tmp_path / "work"))
    said = habit("config", "integrate", "on").stdout
    (second,) = set(entry.parent.iterdir()) - {entry}
    assert (said, entry.read_text()) == ("Installed for your desktop: menu entry.\n", first)
    assert "Name=Habit tracker (work)\n" in second.read_text()
    assert f'"HABIT_TRACKER_HOME={tmp_path}/work"' in second.read_text()
    assert habit("config", "integrate", "on").stdout == "Nothing was missing.\n"
    assert habit("config", "integrate", "off").stdout == "Removed from your desktop: menu entry.\n"
    assert (entry.read_text(), second.exists()) == (first, False)


def test_the_doctor_says_whether_it_is_there(habit: Habit, entry: Path, data: Path) -> None:
    """Missing, there, switched off, of an earlier version, changed by somebody."""
    missing = Finding(State.WARNING, "the menu has no entry for this program", "habit start")
    assert seen() == missing
    habit("config", "integrate", "on")
    assert seen() == Finding(State.OK, "menu entry, icon and manual are there")
    entry.write_text(entry.read_text() + "NoDisplay=true\n")
    assert seen() == Finding(State.OK, "menu entry, icon and manual are there")
    (data / "man/man1/habit-log.1").unlink()
    assert seen() == Finding(State.WARNING, "missing, or of an earlier version: manual", "habit start")
    entry.write_text(entry.read_text().replace(sys.executable, "/gone/bin/python"))
    found = seen()
    assert found is not None
    assert (found.state, found.words) == (
        State.WARNING,
        f"{entry} was changed, and starts /gone/bin/python, which is not there any more",
    )
    assert found.mend == f"rm {entry}"
    habit("config", "integrate", "off")
    assert seen() == Finding(State.OK, "switched off: habit config integrate on")


def test_a_program_that_has_moved_is_named_and_mended(
    habit: Habit, entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the doctor's --fix, as by a start."""
    here = sys.executable
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "executable", "/old place/bin/python")
        habit("config", "integrate", "on")
    words = "it starts /old place/bin/python, which is not there any more"
    assert seen() == Finding(State.WARNING, words, "habit start")
    monkeypatch.setattr(fix, "REMEDIES", [remedy for remedy in fix.REMEDIES if menu in remedy[0]])
    said = json.loads(habit("doctor", "--fix", "--json").stdout)
    assert said["mended"] == ["Installed for your desktop: menu entry."]
    assert [check["state"] for check in said["checks"] if check["name"] == "menu"] == ["ok"]
    assert 'Exec="/usr/bin/env" "HABIT_TRACKER_HOME=' in entry.read_text()
    assert here in entry.read_text()


def test_what_somebody_changed_is_said(habit: Habit, entry: Path) -> None:
    """When it is to be brought up to date, and when it is to go."""
    habit("config", "integrate", "on")
    entry.write_text("mine")
    left = f"Left as it is, for somebody else made it, or it was changed: {entry}\n"
    assert habit("config", "integrate", "on").stdout == left
    assert habit("config", "integrate", "off").stdout == f"Removed from your desktop: icon, manual.\n{left}"
    assert entry.read_text() == "mine"


def test_man_is_named_where_it_finds_the_manual(habit: Habit, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """Else the place is, for man would not find it."""
    need(shutil.which("manpath") is not None, "manpath")
    (data / "bin").mkdir(parents=True)
    monkeypatch.setenv("PATH", f"{data}/bin{os.pathsep}{os.environ['PATH']}")
    assert "manual (man habit)" in habit("config", "integrate", "on").stdout


def test_elsewhere_nothing_is_installed(habit: Habit, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And that is said."""
    monkeypatch.setattr(sys, "platform", "darwin")
    said = habit("config", "integrate", "on").stdout
    assert said == "Nothing is installed: only Linux desktops take what this program could add.\n"
    assert (files(data), seen()) == ([], None)
