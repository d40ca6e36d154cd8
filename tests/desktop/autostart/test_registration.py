"""Registering, replacing and taking away, with no systemd within reach."""

from pathlib import Path

import pytest

from habit_tracker.desktop.autostart import choose, linux
from habit_tracker.desktop.autostart.systemd import SystemdUnit
from habit_tracker.desktop.autostart.xdg import DesktopEntry
from habit_tracker.domain.errors import HabitError

COMMAND = ["/home/ann/.venv/bin/python", "-m", "habit_tracker", "remind"]
FOLDER_OF_MY_OWN = 0o700
FILE_OF_MY_OWN = 0o600


@pytest.fixture
def entry(home: Path) -> Path:
    """Where the desktop entry belongs; nothing is there yet."""
    return home / ".config/autostart/habit-tracker.desktop"


def unit_left_from_before(home: Path) -> Path:
    """A unit that was enabled in an earlier session."""
    folder = home / ".config/systemd/user"
    (folder / "graphical-session.target.wants").mkdir(parents=True)
    (folder / "habit-tracker.service").write_text("[Service]\nExecStart=/old/python\n")
    (folder / "graphical-session.target.wants/habit-tracker.service").symlink_to(folder / "habit-tracker.service")
    return folder / "habit-tracker.service"


def test_choosing_writes_nothing(home: Path) -> None:
    """Looking is free of traces."""
    assert choose().registered() is None
    assert choose().describe() == "autostart entry ~/.config/autostart/habit-tracker.desktop"
    assert list(home.iterdir()) == []


def test_registering_twice_is_registering_once(entry: Path) -> None:
    """The file is the same after the second time, private, and alone in its folder."""
    choose().register(COMMAND, {})
    first = entry.read_bytes()
    choose().register(COMMAND, {})
    assert choose().registered() == COMMAND
    assert entry.read_bytes() == first
    assert [each.name for each in entry.parent.iterdir()] == [entry.name]
    assert entry.stat().st_mode & 0o777 == FILE_OF_MY_OWN
    assert {each.stat().st_mode & 0o777 for each in (entry.parent, entry.parent.parent)} == {FOLDER_OF_MY_OWN}


def test_another_name_is_another_registration(home: Path, entry: Path) -> None:
    """Each keeps its command and its environment, and goes by itself."""
    choose().register(COMMAND, {"HABIT_TRACKER_HOME": "/one $100%"})
    choose("other").register(["/other"], {"HABIT_TRACKER_HOME": "/two", "A": "b=c"})
    assert choose().environment() == {"HABIT_TRACKER_HOME": "/one $100%"}
    assert choose("other").environment() == {"HABIT_TRACKER_HOME": "/two", "A": "b=c"}
    assert choose("other").unregister()
    assert (choose().registered(), choose("other").environment()) == (COMMAND, {})


def test_a_new_command_replaces_the_old_one(home: Path) -> None:
    """After a move to another environment the program of the new one starts."""
    choose().register(["/old/python"], {"HABIT_TRACKER_HOME": "/old"})
    choose().register(COMMAND, {})
    assert choose().registered() == COMMAND


def test_it_is_registered_in_one_way_only(home: Path, entry: Path) -> None:
    """What systemd had is taken away when the desktop entry takes over."""
    unit = unit_left_from_before(home)
    assert choose().registered() == ["/old/python"]
    assert choose().describe() == "systemd user unit ~/.config/systemd/user/habit-tracker.service"
    choose().register(COMMAND, {})
    assert entry.exists()
    assert [each for each in unit.parent.rglob("*") if not each.is_dir()] == []


def test_whichever_is_there_is_taken_away(home: Path, entry: Path) -> None:
    """Unregistering removes a registration of either kind, and says whether there was one."""
    unit = unit_left_from_before(home)
    choose().register(COMMAND, {})
    unit.write_text("also here")
    assert choose().unregister()
    assert not entry.exists()
    assert not unit.exists()
    assert not choose().unregister()


def test_a_unit_that_is_not_enabled_starts_nothing(home: Path) -> None:
    """Without its link the unit is only a file."""
    unit = unit_left_from_before(home)
    (unit.parent / "graphical-session.target.wants" / unit.name).unlink()
    assert choose().registered() is None


def test_the_configuration_folder_may_be_elsewhere(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XDG_CONFIG_HOME is respected, unless it is relative."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "else where"))
    choose().register(COMMAND, {})
    assert (tmp_path / "else where/autostart/habit-tracker.desktop").exists()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert choose().registered() is None


@pytest.mark.parametrize("mechanism", [DesktopEntry, SystemdUnit])
def test_a_folder_that_cannot_be_written_is_named(
    home: Path, mechanism: type[DesktopEntry] | type[SystemdUnit]
) -> None:
    """One sentence says which file, and what follows from it."""
    (home / ".config").write_text("a file where a folder belongs")
    with pytest.raises(HabitError, match=r"Cannot write ~/\.config/.*will not start at login: Not a directory\.$"):
        mechanism().register(COMMAND, {})
    assert mechanism().registered() is None
    assert not mechanism().unregister()


def test_a_failed_write_leaves_the_old_file(entry: Path) -> None:
    """What stands in the way of the replacement stays, and no half of a file beside it."""
    (entry / "in the way").mkdir(parents=True)
    with pytest.raises(HabitError, match="Is a directory"):
        choose().register(COMMAND, {})
    assert [each.name for each in entry.parent.iterdir()] == [entry.name]
    with pytest.raises(HabitError, match="Cannot read"):
        choose().registered()
    with pytest.raises(HabitError, match="Cannot remove"):
        choose().unregister()


@pytest.mark.parametrize("word", ["/a\nb", "/a\x7f", "/a\udcff", "/a\0"])
def test_a_name_that_is_no_text_is_refused(home: Path, word: str) -> None:
    """No format can hold it, and a line break would begin a new setting."""
    for command, environment in [([word], {}), (["/p"], {"HABIT_TRACKER_HOME": word})]:
        with pytest.raises(HabitError, match="Rename the folder"):
            choose().register(command, environment)
    assert list(home.iterdir()) == []


def test_an_entry_owns_no_process(home: Path) -> None:
    """The caller starts and ends the reminder itself."""
    choose().register(COMMAND, {})
    assert (choose().start(), choose().running(), choose().stop()) == (False, False, False)


def test_a_systemd_out_of_reach_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No systemctl at all is an answer like any other."""
    monkeypatch.setenv("PATH", str(home))
    assert not SystemdUnit().reachable()
    assert not SystemdUnit().running()
    with pytest.raises(HabitError, match="systemd did not answer"):
        SystemdUnit().start()


def test_linux_is_what_is_chosen_here(home: Path) -> None:
    """On every system that is neither Windows nor macOS."""
    assert isinstance(choose(), linux.OneOf)
