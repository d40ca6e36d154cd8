"""habit doctor."""

import sys

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import print_json, terminal_width


@click.command()
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def doctor(app: App, fix: bool, as_json: bool) -> None:
    """Check that the next question will come, on this computer.

    It shows a notification for a moment. Where something is wrong, it names the command that mends it. The exit
    status is 1 when a question would be lost. --fix starts the reminder, now and at each login, makes your files
    private and writable again, and brings the menu entry and the manual up to date.

    \b
    Examples:
      habit doctor
      habit doctor --fix
      habit doctor --json
    """
    from habit_tracker.cli.doctor import examine
    from habit_tracker.cli.doctor.finding import nudge_would_come
    from habit_tracker.cli.doctor.fix import mend
    from habit_tracker.cli.doctor.probe import Probe
    from habit_tracker.cli.render.doctor import doctor_lines, doctor_object

    mended = list(mend(Probe(app))) if fix else []
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty() and not as_json
    probe = Probe(app, _saw if on_terminal else None)
    checkups = list(examine(probe))
    if as_json:
        print_json(doctor_object(checkups, mended, probe.last_nudges, probe.server))
    else:
        encoding = sys.stdout.encoding or "ascii"
        page = doctor_lines(checkups, mended, probe.last_nudges, probe.view, terminal_width(), encoding)
        click.echo("\n".join(page))
    sys.exit(0 if nudge_would_come(checkups) else 1)


def _saw() -> bool:
    """Ask, while the notification is on the screen."""
    saw = click.confirm("Did you see the notification?", default=True)
    click.echo()
    return saw
