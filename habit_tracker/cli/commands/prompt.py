"""habit prompt."""

from datetime import datetime, timedelta, tzinfo
from functools import partial

import click

from habit_tracker import shell_prompt, status_file
from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json


def _checked(_context: click.Context, _parameter: click.Parameter, wanted: str | None) -> str | None:
    try:
        shell_prompt.line(wanted, None)
    except shell_prompt.UnseenError:
        raise click.UsageError("A prompt holds only what can be seen: give it its colours around it.") from None
    except ValueError as error:
        raise click.UsageError(
            f"There is no {error} in a prompt. Write {{streak}}, {{mark}}, {{state}}, {{risk}} or {{until}}."
        ) from error
    return wanted


@click.command()
@click.option("--format", "wanted", metavar="TEXT", callback=_checked, help='The form: "{streak} {state} {risk}".')
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def prompt(app: App, wanted: str | None, as_json: bool) -> None:
    """Print today for a shell prompt or a bar.

    {mark} is ✓, ○ or ~, {state} is won, open or off, {risk} is at-risk or safe, and {until} the instant at which
    the day is over, in seconds since 1970. Nothing is printed where nothing is known: before the first win, and
    where the reminder has not looked for more than a day.

    \b
    Examples:
      habit prompt
      habit prompt --format "{streak} {state} {risk}"
      habit prompt --json
    """
    moment = app.moment
    offset_at = partial(_offset_at, zone=moment.zone)
    today = status_file.read(str(app.home.status), moment.now.timestamp(), offset_at)
    if as_json:
        numbers = ("streak", "until")
        print_json(today and {name: int(value) if name in numbers else value for name, value in today.items()})
    elif said := shell_prompt.line(wanted, today):
        click.echo(said)


def _offset_at(instant: int, zone: tzinfo) -> int:
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    return int((offset or timedelta()).total_seconds())
