"""habit wins, habit edit, habit delete."""

import sys
from datetime import date

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.days import WIN_NUMBER, Day, DayAsked, as_of_option
from habit_tracker.cli.free_text import TextCommand, Words
from habit_tracker.cli.log import past
from habit_tracker.cli.output import print_json, print_page
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.text import clean_text
from habit_tracker.domain.win import Win
from habit_tracker.domain.words import day_words, near_day


@click.command()
@click.option("--from", "first", type=Day(), help="The first day to list.")
@click.option("--to", "last", type=Day(), help="The last day to list.")
@click.option("-n", "most", type=click.IntRange(1), help="At most so many wins.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@pass_app
def wins(
    app: App,
    first: DayAsked | None,
    last: DayAsked | None,
    most: int | None,
    as_of: DayAsked | None,
    as_json: bool,
) -> None:
    """List your wins, newest first.

    \b
    Examples:
      habit wins -n 10
      habit wins --from monday
      habit wins --from 2026-01-01 --to 2026-03-31 --json
    """
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import journal

    with app.reading(as_of) as opened:
        start = first.on(opened.today) if first else date.min
        end = last.on(opened.today) if last else date.max
        if start > end:
            raise click.UsageError(f"--from {start} comes after --to {end}. Exchange the two.")
        end = min(end, opened.as_of or end)
        found = journal.between(opened.connection, start, end, most)
    if as_json:
        print_json(found)
    else:
        print_page(win_lines(found, opened.today), opened.as_of)


@click.command(cls=TextCommand)
@click.argument("number", metavar="ID", type=WIN_NUMBER)
@click.argument("text", nargs=-1, type=Words())
@click.option("--on", "day", type=Day(), help="Move it to this day.")
@click.option("-c", "--confidence", type=click.IntRange(1, 5), help="How confident you feel, from 1 to 5.")
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
    from habit_tracker.storage import history, journal

    with app.reading() as opened:
        win = journal.get(opened.connection, number)
    if text:
        win = win._replace(text=clean_text(" ".join(text)))
    elif day is None and confidence is None:
        win = win._replace(text=_edited(win))
    with app.writing() as opened:
        journal.get(opened.connection, number)
        win = win._replace(day=past(day.on(opened.today), opened.today) if day else win.day)
        win = win._replace(confidence=confidence or win.confidence)
        journal.edit(opened.connection, win, app.moment.now)
        words = f"changed win {number}, {day_words(win.day, opened.today)}"
        history.record(opened.connection, words, app.moment.now)
    click.echo(f"Changed win {number}, {near_day(win.day, opened.today)}.")


def _edited(win: Win) -> str:
    """The text as the person left it in the editor."""
    text = click.edit(win.text)
    if text is None:
        raise HabitError(f"Win {win.id} stays as it was: the editor saved nothing.")
    return clean_text(text)


@click.command()
@click.argument("number", metavar="ID", type=WIN_NUMBER)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def delete(app: App, number: int, yes: bool) -> None:
    """Delete a win, after asking.

    \b
    Examples:
      habit delete 12
      habit delete 12 --yes
    """
    from habit_tracker.cli.render.wins import win_lines
    from habit_tracker.storage import history, journal

    with app.reading() as opened:
        win = journal.get(opened.connection, number)
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError(f"Deleting asks first. Without a terminal, write: habit delete {number} --yes")
        click.echo("\n".join(win_lines([win], opened.today)))
        click.confirm("Delete it?", abort=True)
    with app.writing() as opened:
        journal.delete(opened.connection, journal.get(opened.connection, number), app.moment.now)
        words = f"deleted win {number}, {day_words(win.day, opened.today)}"
        history.record(opened.connection, words, app.moment.now)
    click.echo(f"Deleted win {number}, {near_day(win.day, opened.today)}.")
