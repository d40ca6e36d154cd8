"""habit edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import terminal_width
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.free_text import TextCommand, Words
from habit_tracker.cli.params.numbers import WIN_NUMBER, Confidence

if TYPE_CHECKING:
    from habit_tracker.actions.wins import Changed


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
    from habit_tracker.cli.render.logged import changed

    if confidence and no_confidence:
        raise click.UsageError(f"--confidence and --no-confidence exclude each other: habit edit {number} -c 5")
    fields: dict[str, Any] = {"confidence": confidence} if confidence or no_confidence else {}
    if text:
        fields["text"] = " ".join(text)
    done = _edited(app, number, fields, day) if fields or day else _edited_in_editor(app, number)
    click.echo(changed(done.win, done.before, done.now, terminal_width()))


def _edited(app: App, number: int, fields: dict[str, Any], day: DayAsked | None = None) -> Changed:
    from habit_tracker.actions import wins

    return app.act(wins.edit, number, fields, day.on if day else None)


def _edited_in_editor(app: App, number: int) -> Changed:
    """The win with the text as the person left it in the editor."""
    from habit_tracker.cli.draft import Subject
    from habit_tracker.cli.in_editor import written
    from habit_tracker.storage import journal

    with app.reading() as session:
        win = journal.get(session.connection, number)
    with written(app, Subject(win=number), win.text) as found:
        return _edited(app, number, {"text": found.text})
