"""All files of the integration: what is to be there, and what was put there by some version."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from habit_tracker.desktop.integration import caches, metainfo
from habit_tracker.desktop.integration.entry import NAME, MenuEntry, menu_entries
from habit_tracker.desktop.integration.files import Changes, data_folder, put, take_away
from habit_tracker.desktop.integration.mark import marked

ICONS = {
    f"icons/hicolor/scalable/apps/{NAME}.svg": "icon.svg",
    f"icons/hicolor/symbolic/apps/{NAME}-symbolic.svg": "icon-symbolic.svg",
}
"""By their places in the data folder. Drawn at every size from one file, they need no others."""
XML = "<!-- {} -->"
ROFF = r".\" {}"


def man_folder() -> Path:
    """Where man finds pages, if the folder `bin` beside it is one in which programs are found."""
    return data_folder() / "man"


def shared_files(pages: Mapping[str, str]) -> dict[Path, bytes]:
    """What all menu entries have in common, with the manual *pages* by their names."""
    data = data_folder()
    icons = {data / place: marked(_drawing(name), XML) for place, name in ICONS.items()}
    about = {data / "metainfo" / f"{metainfo.ID}.metainfo.xml": marked(metainfo.render(), XML)}
    return icons | about | {man_folder() / "man1" / name: marked(page, ROFF) for name, page in pages.items()}


def install(wanted: Mapping[Path, bytes]) -> Changes:
    """Put *wanted* there, and take away the pages of commands that are no more. Raises HabitError."""
    changes = put(wanted)
    changes.done.extend(take_away(page for page in _pages() if page not in wanted).done)
    if changes.done:
        caches.refresh()
    return changes


def uninstall(entry: MenuEntry) -> Changes:
    """Take *entry* away, and the rest with the last of our entries. Raises HabitError."""
    others = [other for other in menu_entries() if other.path != entry.path and other.is_of_this_program()]
    changes = take_away([entry.path, *([] if others else _shared_there())])
    if changes.done:
        caches.refresh()
    return changes


def _drawing(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _shared_there() -> Iterator[Path]:
    yield from shared_files({})
    yield from _pages()


def _pages() -> list[Path]:
    folder = man_folder() / "man1"
    return sorted([*folder.glob("habit.1"), *folder.glob("habit-*.1")])
