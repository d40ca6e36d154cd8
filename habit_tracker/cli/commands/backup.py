"""habit backup."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json
from habit_tracker.cli.render.lines import printable
from habit_tracker.domain.errors import HabitError
from habit_tracker.private_files import make_private_folder


@click.command()
@click.argument("path", required=False)
@click.option("--list", "listing", is_flag=True, help="Show the copies that there are.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON for programs.")
@pass_app
def backup(app: App, path: str | None, listing: bool, as_json: bool) -> None:
    """Copy all your data to one file.

    Also while the reminder runs. PATH is a file or a folder; without it the copy goes beside those that the
    reminder makes every day. The copy is checked before it counts as made. It is not encrypted.

    \b
    Examples:
      habit backup
      habit backup /media/stick/habit.db
      habit backup --list
    """
    if (listing or as_json) and path:
        raise click.UsageError("--list shows the copies in the data folder and takes no PATH.")
    if listing or as_json:
        _list(app, as_json)
    else:
        click.echo(_make(app, path))


def _list(app: App, as_json: bool) -> None:
    from habit_tracker.cli.render.backups import backup_lines, backup_object
    from habit_tracker.storage.backup.backups import every

    if as_json:
        print_json([backup_object(one) for one in every(app.home)])
    else:
        click.echo("\n".join(backup_lines(every(app.home), app.home.backups, app.moment.zone)))


def _make(app: App, path: str | None) -> str:
    from habit_tracker.cli.render.backups import contents_words
    from habit_tracker.cli.render.lines import printable
    from habit_tracker.private_files import risk
    from habit_tracker.storage.backup import backups

    app.take_replies()
    target = _target(path, app.moment.now) if path else backups.place(app.home, "backup", app.moment.now)
    contents = backups.make(app.home, target)
    if danger := risk(target):
        click.echo(printable(danger), err=True)
    return printable(f"Copied to {target}: {contents_words(contents)}.")


def _target(path: str, now: datetime) -> Path:
    """The file to write; in a folder, which a person may let be made, under a name of its own."""
    place = Path(path).expanduser().absolute()
    is_folder = place.is_dir() or path.endswith(("/", os.sep))
    folder = place if is_folder else place.parent
    if not folder.is_dir():
        if folder.exists():
            raise HabitError(f"{folder} is not a folder; name another place for the copy.")
        if not (sys.stdin.isatty() and click.confirm(f"There is no folder {printable(str(folder))}. Make it?")):
            raise HabitError(f"There is no folder {folder}; make it first, or name another place for the copy.")
        make_private_folder(folder)
    return place / f"habit-{now:%Y-%m-%d}.db" if is_folder else place
