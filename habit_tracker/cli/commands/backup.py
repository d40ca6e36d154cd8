"""habit backup."""

from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("path", type=FILE, required=False)
@click.option("--list", "listing", is_flag=True, help="Show the copies that there are.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON for programs.")
@pass_app
def backup(app: App, path: Path | None, listing: bool, as_json: bool) -> None:
    """Copy all your data to one file.

    Also while the reminder runs. Without PATH the copy goes beside those that the reminder makes every day. The
    copy is checked before it counts as made. It is not encrypted.

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


def _make(app: App, path: Path | None) -> str:
    from habit_tracker.cli.render.backups import contents_words
    from habit_tracker.cli.render.lines import printable
    from habit_tracker.private_files import risk
    from habit_tracker.storage.backup import backups

    app.take_replies()
    target = path.expanduser().absolute() if path else backups.place(app.home, "backup", app.moment.now)
    target = target / f"habit-{app.moment.now:%Y-%m-%d}.db" if target.is_dir() else target
    contents = backups.make(app.home, target)
    if danger := risk(target):
        click.echo(printable(danger), err=True)
    return printable(f"Copied to {target}: {contents_words(contents)}.")
