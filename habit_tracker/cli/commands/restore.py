"""habit restore."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import ask_first
from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.words import count

if TYPE_CHECKING:
    from habit_tracker.storage.backup.salvage import Row

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", metavar="FILE|latest", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def restore(app: App, file: Path, yes: bool) -> None:
    """Bring back a copy of all your data, after asking.

    What is there now is kept as a copy first, and `habit undo` brings it back. From a damaged database the wins
    that can still be read and are newer than the copy come in as well. Nothing but rows of this program's own
    tables is taken from FILE.

    \b
    Examples:
      habit backup --list
      habit restore latest
      habit restore ~/.local/share/habit-tracker/backups/daily-2026-11-22.db
    """
    from habit_tracker.cli.render.backups import contents_words
    from habit_tracker.storage.backup import copies

    found = _latest(app) if file == Path("latest") else file.expanduser().absolute()
    saved = _saved(app, found)
    if found is None and not saved:
        raise HabitError(
            f"There is no good copy in {app.home.backups}. `habit backup --list` shows what is there."
        )
    coming = f"{found} holds {contents_words(copies.look_into(found))}." if found else "There is no good copy."
    if not yes:
        kept = "What is there now is kept, and `habit undo` brings it back."
        command = f"habit restore {file} --yes"
        shown = "\n".join([coming, *_saved_words(saved), kept])
        ask_first("Restoring", command, "Restore it?", printable(shown))
    click.echo(_restored(app, found, saved))


def _restored(app: App, found: Path | None, saved: list[Row]) -> str:
    from habit_tracker.actions import data
    from habit_tracker.cli.render.backups import contents_words
    from habit_tracker.storage.backup import copies

    name = f"{found.name} ({contents_words(copies.look_into(found))})" if found else "what could be read"
    more = f", {count(len(saved), 'win')} of them read from the damaged file" if saved else ""
    done = data.restore(app.database, app.moment, found, f"restored {name}", saved)
    app.keep_status()
    said = f"Restored {contents_words(done.contents)}{more}. What was there before is kept as {done.aside}."
    return printable(said)


def _saved(app: App, found: Path | None) -> list[Row]:
    """The wins that can still be read from a damaged database and that are not in the copy."""
    from habit_tracker.storage.backup.restore import unusable
    from habit_tracker.storage.backup.saved import newer_wins

    if not os.path.lexists(app.home.database) or unusable(app.home) is None:
        return []
    return newer_wins(app.home.database, found, app.moment.now)


def _saved_words(saved: list[Row]) -> Iterator[str]:
    if saved:
        days = sorted({row["day"] for row in saved})
        period = f"of {days[0]}" if len(days) == 1 else f"of {days[0]} to {days[-1]}"
        yield f"{count(len(saved), 'newer win')} {period} can still be read, and come in too."


def _latest(app: App) -> Path | None:
    from habit_tracker.storage.backup.backups import latest

    found = latest(app.home)
    return found.path if found else None
