"""habit config."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, terminal_width
from habit_tracker.cli.params.parsed import Phrase
from habit_tracker.cli.render.lines import printable, wrapped
from habit_tracker.cli.settings import SETTINGS, Setting
from habit_tracker.domain.quoting import quoted


@click.command()
@click.argument("key", required=False)
@click.argument("value", cls=Phrase, type=str)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def config(app: App, key: str | None, value: str | None, as_json: bool) -> None:
    """Show your settings, or change one.

    \b
    Examples:
      habit config
      habit config day-start 04:00
      habit config follow-up 2h
      habit config quiet 21:00-08:00
      habit config busy off
      habit config week-start sunday
      habit config integrate off
      habit config holidays DE-BY
      habit config question "What went well today?"
      habit config window zenity
      habit config backup-folder /media/disk/habit
    """
    chosen = [_setting(key)] if key else list(SETTINGS)
    if value is not None:
        _change(app, chosen[0], value)
        return
    with app.reading() as session:
        found = {setting.name: setting.say(setting.read(session)) for setting in chosen}
    if as_json:
        print_json(found)
    elif key:
        click.echo(printable(found[key]))
    else:
        _list(found)


def _setting(key: str) -> Setting:
    for setting in SETTINGS:
        if setting.name == key:
            return setting
    *others, last = [setting.name for setting in SETTINGS]
    there = f"There are {', '.join(others)} and {last}: habit config {SETTINGS[0].example}"
    raise click.UsageError(f"{quoted(key)} is not a setting. {there}")


def _change(app: App, setting: Setting, text: str) -> None:
    said = setting.change(app, setting.kind.convert(text, None, None))
    for line in printable(said).split("\n"):  # a path stays in one piece, to be copied
        click.echo(line if "/" in line else "\n".join(wrapped(line, "", "", terminal_width())))


def _list(found: dict[str, str]) -> None:
    margin = max(map(len, found)) + 2
    for setting in SETTINGS:
        indent, width = " " * margin, terminal_width()
        click.echo("\n".join(wrapped(found[setting.name], f"{setting.name:<{margin}}", indent, width)))
        for line in wrapped(setting.about, indent, indent, width):
            click.echo(click.style(line, dim=True))
