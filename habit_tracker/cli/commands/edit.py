"""habit edit."""

from typing import Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import terminal_width
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.free_text import TextCommand, Words
from habit_tracker.cli.params.numbers import WIN_NUMBER, Confidence
from habit_tracker.domain.errors import HabitError


@click.command(cls=TextCommand)
@click.argument("number", metavar="ID", type=WIN_NUMBER)
@click.argument("text", nargs=-1, type=Words())
@click.option("--on", "day", type=Day(), help="Move it to this day.")
@click.option("-c", "--confidence", type=Confidence(), help="How confident you feel, from 1 to 5.")
@click.option("--no-confidence", is_flag=True, help="Take the confidence away.")
@pass_app
def edit(
    app: App,
    number: int,
    text: tuple[str, ...],
    day: DayAsked | None,
    confidence: int | None,
    no_confidence: bool,
) -> None:
    """Change a win: its text, its day or its confidence.

    Without anything to change, your $EDITOR opens with the text.

    \b
    Examples:
      habit edit 12 "Shared my idea, and they took it up"
      habit edit 12 --on yesterday
      habit edit 12 -c 5
      habit edit 12 --no-confidence
      habit edit 12
    """
    from habit_tracker.actions import wins
    from habit_tracker.cli.render.logged import changed

    if confidence and no_confidence:
        raise click.UsageError(f"--confidence and --no-confidence exclude each other: habit edit {number} -c 5")
    fields: dict[str, Any] = {"confidence": confidence} if confidence or no_confidence else {}
    if text or not (fields or day):
        fields["text"] = " ".join(text) or _edited(app, number)
    done = app.act(wins.edit, number, fields, day.on if day else None)
    click.echo(changed(done.win, done.before, done.now, terminal_width()))


def _edited(app: App, number: int) -> str:
    """The text as the person left it in the editor."""
    from habit_tracker.storage import journal

    with app.reading() as session:
        win = journal.get(session.connection, number)
    text = click.edit(win.text)
    if text is None:
        raise HabitError(f"Win {win.id} stays as it was: the editor saved nothing.")
    return text
