"""How copies of the database are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from typing import TYPE_CHECKING

from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.rotation import DAILY, MONTHLY, NEWEST, WEEKLY, YOUNG
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from pathlib import Path

    from habit_tracker.storage.backup.backups import Backup
    from habit_tracker.storage.backup.copies import Contents


def backup_lines(folders: Mapping[Path, Iterable[Backup]], zone: tzinfo) -> Iterator[str]:
    """The copies in each folder, and how long they are kept."""
    found = {folder: list(backups) for folder, backups in folders.items()}
    for folder, backups in found.items():
        yield from _folder_lines(folder, backups, zone)
    if any(found.values()):
        yield f"Of the daily ones the newest {DAILY}, {WEEKLY} of weeks and {MONTHLY} of months are kept;"
        yield f"of those put aside (before-..., damaged-...) the newest {NEWEST} and {YOUNG.days} days;"
        yield "all others until you remove them."


def _folder_lines(folder: Path, found: list[Backup], zone: tzinfo) -> Iterator[str]:
    """The copies with the local time each was made at, in the order given."""
    if not found:
        more = "`habit backup` makes one; the reminder makes one a day."
        yield printable(f"There are no copies in {folder} yet. {more}")
        return
    yield printable(f"In {folder}:")
    longest = max(len(backup.path.name) for backup in found)
    for backup in found:
        made = f"{backup.at.astimezone(zone):%Y-%m-%d %H:%M}"
        holds = contents_words(backup.contents) if backup.contents else "NOT GOOD"
        yield printable(f"{made}  {backup.path.name:<{longest}}  {holds}")
        if backup.trouble:
            yield printable(f"    {backup.trouble}")


def backup_object(backup: Backup) -> dict[str, object]:
    """The same for programs."""
    contents = backup.contents
    return {
        "path": str(backup.path),
        "at": backup.at,
        "wins": contents and contents.wins,
        "newest_day": contents and contents.last,
        "trouble": backup.trouble,
    }


def contents_words(contents: Contents) -> str:
    """`412 wins, the newest of 2026-11-22`."""
    newest = f", the newest of {contents.last}" if contents.last else ""
    return count(contents.wins, "win") + newest
