"""Files are put into the person's folders and taken away, and nothing that is somebody else's."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.need import need

from habit_tracker.desktop.integration.entry import MenuEntry
from habit_tracker.desktop.integration.files import Changes
from habit_tracker.desktop.integration.installed import install, shared_files, uninstall
from habit_tracker.domain.errors import HabitError

COMMAND = ["/home/ann/.venv/bin/python", "-P", "-m", "habit_tracker", "ask"]
PAGES = {"habit.1": ".TH HABIT 1\n", "habit-log.1": ".TH HABIT-LOG 1\n"}
OPEN_FILE = 0o644


def wanted(entry: MenuEntry, pages: dict[str, str] = PAGES) -> dict[Path, bytes]:
    """All that belongs to *entry*."""
    return {entry.path: entry.content(COMMAND, {})} | shared_files(pages)


def there(data: Path) -> list[str]:
    """The files in the data folder."""
    return sorted(str(path.relative_to(data)) for path in data.rglob("*") if not path.is_dir())


EVERYTHING = [
    "applications/habit-tracker.desktop",
    "icons/hicolor/scalable/apps/habit-tracker.svg",
    "icons/hicolor/symbolic/apps/habit-tracker-symbolic.svg",
    "man/man1/habit-log.1",
    "man/man1/habit.1",
    "metainfo/local.habit_tracker.app.metainfo.xml",
]


def test_everything_is_put_there_once(data: Path) -> None:
    """Open to the programs that read it; the second time nothing has to be done."""
    changes = install(wanted(MenuEntry()))
    assert there(data) == EVERYTHING
    assert sorted(changes.done) == [data / name for name in EVERYTHING]
    assert {path.stat().st_mode & 0o777 for path in changes.done} == {OPEN_FILE & ~_umask()}
    before = [path.stat() for path in changes.done]
    assert install(wanted(MenuEntry())) == Changes([], [])
    assert [path.stat() for path in changes.done] == before


def test_everything_is_taken_away(data: Path) -> None:
    """The second time nothing is there."""
    install(wanted(MenuEntry()))
    assert len(uninstall(MenuEntry()).done) == len(EVERYTHING)
    assert there(data) == []
    assert uninstall(MenuEntry()) == Changes([], [])


def test_what_an_earlier_version_wrote_is_brought_up_to_date(data: Path) -> None:
    """And the page of a command that is no more goes, unless somebody else wrote it."""
    install(wanted(MenuEntry(), PAGES | {"habit-old.1": ".TH OLD 1\n"}))
    theirs = data / "man/man1/habit-formation.1"
    theirs.write_text("theirs")
    changes = install(wanted(MenuEntry(), PAGES | {"habit.1": ".TH NEW 1\n"}))
    man = data / "man/man1"
    assert changes == Changes([man / "habit.1", man / "habit-old.1"], [])
    assert (man / "habit.1").read_text().startswith(".TH NEW 1\n")
    assert theirs.read_text() == "theirs"


@pytest.mark.parametrize("name", EVERYTHING)
def test_what_somebody_changed_is_left(data: Path, name: str) -> None:
    """By installing again, by another version and by taking everything else away; and that is said."""
    install(wanted(MenuEntry()))
    path = data / name
    changed = path.read_bytes().replace(b"a", b"A", 1)
    path.write_bytes(changed)
    assert install(wanted(MenuEntry())) == Changes([], [path])
    assert uninstall(MenuEntry()).kept == [path]
    assert (there(data), path.read_bytes()) == ([name], changed)


@pytest.mark.parametrize("name", EVERYTHING)
def test_what_somebody_else_made_is_left(data: Path, name: str) -> None:
    """Also a link that leads nowhere."""
    path = data / name
    path.parent.mkdir(parents=True)
    path.symlink_to("/gone")
    assert install(wanted(MenuEntry())).kept == [path]
    assert path.readlink() == Path("/gone")
    path.unlink()
    path.write_text("theirs")
    assert install(wanted(MenuEntry())).kept == [path]
    assert uninstall(MenuEntry()).kept == [path]
    assert path.read_text() == "theirs"


def test_the_last_entry_takes_the_rest_with_it(data: Path) -> None:
    """What several have in common stays as long as one of them is there."""
    second = MenuEntry("habit-tracker-0123abcd")
    install(wanted(MenuEntry()))
    install(wanted(second))
    assert uninstall(MenuEntry()).done == [MenuEntry().path]
    assert "icons/hicolor/scalable/apps/habit-tracker.svg" in there(data)
    uninstall(second)
    assert there(data) == []


def test_a_cache_that_is_there_is_brought_up_to_date(data: Path) -> None:
    """One that is not there is not made: nobody would keep it, and it would hide the icons of others."""
    need(shutil.which("gtk-update-icon-cache") is not None, "gtk-update-icon-cache")
    cache = data / "icons/hicolor/icon-theme.cache"
    install(wanted(MenuEntry()))
    assert not cache.exists()
    shutil.copy(cache.parent / "scalable/apps/habit-tracker.svg", cache.parent / "scalable/apps/theirs.svg")
    subprocess.run(["gtk-update-icon-cache", "-qtf", cache.parent], check=True)
    assert b"habit-tracker-symbolic" in cache.read_bytes()
    uninstall(MenuEntry())
    assert b"habit-tracker" not in cache.read_bytes()
    install(wanted(MenuEntry()))
    assert b"habit-tracker-symbolic" in cache.read_bytes()


def test_what_cannot_be_written_is_named(data: Path) -> None:
    """In one sentence."""
    data.write_text("in the way")
    with pytest.raises(HabitError, match=r"^Cannot write .*habit-tracker\.desktop: .+\.$"):
        install(wanted(MenuEntry()))


def _umask() -> int:
    found = os.umask(0o022)
    os.umask(found)
    return found
