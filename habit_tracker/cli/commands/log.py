"""habit log."""

import sys
from contextlib import suppress
from datetime import date

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.free_text import TextCommand, Words
from habit_tracker.cli.params.numbers import Confidence
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import clean_text
from habit_tracker.domain.words import day_words

STDIN = ("-",)


@click.command(cls=TextCommand)
@click.argument("text", nargs=-1, type=Words())
@click.option("--on", "day", type=Day(), default="today", help="Its day: yesterday, monday, 2026-11-20.")
@click.option("-c", "--confidence", type=Confidence(), help="How confident you feel, from 1 to 5.")
@click.option("--edit", "in_editor", is_flag=True, help="Write it in your $EDITOR.")
@pass_app
def log(app: App, text: tuple[str, ...], day: DayAsked, confidence: int | None, in_editor: bool) -> None:
    """Log a win: one thing that made you feel accomplished.

    Without TEXT you are asked for it. With - as TEXT it is read from standard input. A text that begins with a
    dash goes in quotes or after --.

    \b
    Examples:
      habit log "Shared my idea in the meeting"
      habit log -c 4 Finished the report
      habit log --on yesterday "Called the client back"
      git log -1 --format=%s | habit log -
      habit log --edit
    """
    from habit_tracker.storage.errors import StorageError

    words = clean_text(_written(" ".join(text)) if in_editor else _given(text))
    try:
        click.echo(store(app, words, day, confidence))
    except StorageError as error:
        if text and text != STDIN and not in_editor:
            raise  # the shell still has it
        click.echo(_kept(app, words, day, confidence, error), err=True)


def _kept(app: App, text: str, day: DayAsked, confidence: int | None, error: HabitError) -> str:
    """Put what was typed where it waits until it can be stored."""
    from habit_tracker.cli.answered import keep, kept_words
    from habit_tracker.reminder.requests import asked_now

    today = app.today()
    keep(asked_now(past(day.on(today), today), app.moment, app.home.inbox), text, confidence)
    return kept_words(error)


def _written(text: str) -> str:
    """The text as the person left it in the editor, which opens with *text*."""
    written = click.edit(text)
    if written is None:
        raise HabitError("Nothing was logged: the editor saved nothing.")
    return written


def _given(words: tuple[str, ...]) -> str:
    """The text from the arguments, from standard input, or from the person."""
    if words == STDIN:
        return sys.stdin.read()
    if words:
        return " ".join(words)
    if not sys.stdin.isatty():
        raise click.UsageError('There is no text to log. Write: habit log "What you did"')
    return ask_in_terminal()


def ask_in_terminal(about: str = "today") -> str:
    """What the person types; the arrow keys work where the system has readline."""
    with suppress(ImportError):
        import readline  # noqa: F401
    answer: str = click.prompt(f"One thing that made you feel accomplished {about}?\n", prompt_suffix="> ")
    return answer


def store(app: App, text: str, day: DayAsked, confidence: int | None, source: str = "shell") -> str:
    """Store the win and say what it did to the streak."""
    from habit_tracker.cli.render.logged import logged
    from habit_tracker.domain.progress.streaks import standing
    from habit_tracker.storage import journal
    from habit_tracker.storage.history import history
    from habit_tracker.storage.travel import keep_lost_day

    with app.writing() as session:
        which = past(day.on(session.today), session.today)
        before = journal.days(session.connection)
        moment = app.moment
        if which == session.today:
            keep_lost_day(session.connection, which, moment.zone)
        win = journal.log(session.connection, text, which, moment.now, moment.zone_name, confidence, source)
        history.record(
            session.connection, f"logged win {win.id} for {day_words(which, session.today)}", moment.now
        )
    was = standing(session.calendar, before, session.today)
    now = standing(session.calendar, [*before, which], session.today)
    return logged(win, was, now, again=which in before)


def past(day: date, today: date) -> date:
    """*day*, unless it has yet to come."""
    if day > today:
        raise HabitError(f"{day_words(day, today)} has yet to come. A win belongs to today or an earlier day.")
    return day
