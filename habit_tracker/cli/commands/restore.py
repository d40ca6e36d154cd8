"""habit restore."""

from pathlib import Path

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import ask_first
from habit_tracker.domain.errors import HabitError

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", metavar="FILE|latest", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def restore(app: App, file: Path, yes: bool) -> None:
    """Bring back a copy of all your data, after asking.

    What is there now is kept as a copy first, and `habit undo` brings it back.

    \b
    Examples:
      habit backup --list
      habit restore latest
      habit restore ~/.local/share/habit-tracker/backups/daily-2026-11-22.db
    """
    from habit_tracker.actions import data
    from habit_tracker.cli.render.backups import contents_words
    from habit_tracker.storage.backup import copies

    found = _latest(app) if file == Path("latest") else file.expanduser().absolute()
    coming = contents_words(copies.look_into(found))
    if not yes:
        kept = "What is there now is kept, and `habit undo` brings it back."
        ask_first("Restoring", f"habit restore {file} --yes", "Restore it?", f"{found} holds {coming}.\n{kept}")
    restored = data.restore(app.database, app.moment, found, f"restored {found.name} ({coming})")
    click.echo(f"Restored {coming}. What was there before is kept as {restored.aside}.")


def _latest(app: App) -> Path:
    from habit_tracker.storage.backup.backups import latest

    found = latest(app.home)
    if found is None:
        raise HabitError(
            f"There is no good copy in {app.home.backups}. `habit backup --list` shows what is there."
        )
    return found.path
