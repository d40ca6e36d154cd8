"""How copies of the database are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from pathlib import Path

    from habit_tracker.storage.backup.backups import Backup
    from habit_tracker.storage.backup.copies import Contents


def backup_lines(backups: Iterable[Backup], folder: Path, zone: tzinfo) -> Iterator[str]:
    """The copies with the local time each was made at, in the order given."""
    found = list(backups)
    if not found:
        yield f"There are no copies in {folder} yet. `habit backup` makes one; the reminder makes one a day."
        return
    yield f"In {folder}:"
    longest = max(len(backup.path.name) for backup in found)
    for backup in found:
        made = f"{backup.at.astimezone(zone):%Y-%m-%d %H:%M}"
        holds = contents_words(backup.contents) if backup.contents else "NOT GOOD"
        yield printable(f"{made}  {backup.path.name:<{longest}}  {holds}")
        if backup.trouble:
            yield printable(f"    {backup.trouble}")
    yield "Of the daily ones the newest 7, 4 of weeks and 12 of months are kept; all others until you remove them."


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
