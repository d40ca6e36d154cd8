"""habit edit."""

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.commands.log import past
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.free_text import TextCommand, Words
from habit_tracker.cli.params.numbers import WIN_NUMBER, Confidence
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.domain.progress.win import Win
from habit_tracker.domain.words import day_words, near_day


@click.command(cls=TextCommand)
@click.argument("number", metavar="ID", type=WIN_NUMBER)
@click.argument("text", nargs=-1, type=Words())
@click.option("--on", "day", type=Day(), help="Move it to this day.")
@click.option("-c", "--confidence", type=Confidence(), help="How confident you feel, from 1 to 5.")
@pass_app
def edit(app: App, number: int, text: tuple[str, ...], day: DayAsked | None, confidence: int | None) -> None:
    """Change a win: its text, its day or its confidence.

    Without anything to change, your $EDITOR opens with the text.

    \b
    Examples:
      habit edit 12 "Shared my idea, and they took it up"
      habit edit 12 --on yesterday
      habit edit 12 -c 5
      habit edit 12
    """
    from habit_tracker.storage import journal
    from habit_tracker.storage.history import history

    with app.reading() as session:
        win = journal.get(session.connection, number)
    if text:
        win = win._replace(text=clean_text(" ".join(text)))
    elif day is None and confidence is None:
        win = win._replace(text=_edited(win))
    with app.writing() as session:
        journal.get(session.connection, number)
        win = win._replace(day=past(day.on(session.today), session.today) if day else win.day)
        win = win._replace(confidence=confidence or win.confidence)
        journal.edit(session.connection, win, app.moment.now)
        words = f"changed win {number}, {day_words(win.day, session.today)}"
        history.record(session.connection, words, app.moment.now)
    click.echo(f"Changed win {number}, {near_day(win.day, session.today)}.")


def _edited(win: Win) -> str:
    """The text as the person left it in the editor."""
    text = click.edit(win.text)
    if text is None:
        raise HabitError(f"Win {win.id} stays as it was: the editor saved nothing.")
    return clean_text(text)
