"""habit backup."""

import os
from datetime import datetime
from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.folders import there
from habit_tracker.cli.output import print_json
from habit_tracker.cli.params.file import expanded
from habit_tracker.cli.render.lines import printable


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
    from habit_tracker.storage.backup import second_set
    from habit_tracker.storage.backup.backups import every

    elsewhere = second_set.folder_of(app.home)
    folders = {app.home.backups: every(app.home.backups)}
    if elsewhere and second_set.is_within_reach(elsewhere):
        folders[elsewhere] = every(elsewhere)
    if as_json:
        print_json([backup_object(one) for found in folders.values() for one in found])
        return
    click.echo("\n".join(backup_lines(folders, app.moment.zone)))
    if elsewhere and elsewhere not in folders:
        click.echo(printable(f"The second set of copies, in {elsewhere}, cannot be reached now."))


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
    place = expanded(path, None).absolute()
    is_folder = place.is_dir() or path.endswith(("/", os.sep))
    there(place if is_folder else place.parent)
    return place / f"habit-{now:%Y-%m-%d}.db" if is_folder else place
