"""habit log."""

import sys
from datetime import date

import click

from habit_tracker.cli.app import App, pass_app, tell
from habit_tracker.cli.group import command_names
from habit_tracker.cli.output import terminal_width
from habit_tracker.cli.params.days import Day, DayAsked
from habit_tracker.cli.params.free_text import TextCommand, Words
from habit_tracker.cli.params.numbers import Confidence
from habit_tracker.cli.reading import read_stdin
from habit_tracker.domain.words import near_day

STDIN = ("-",)


@click.command(cls=TextCommand)
@click.argument("text", nargs=-1, type=Words())
@click.option("--on", "day", type=Day(), default="today", help="Its day: yesterday, monday, 2026-11-20.")
@click.option("-c", "--confidence", type=Confidence(), help="How confident you feel, from 1 to 5.")
@click.option("--edit", "in_editor", is_flag=True, help="Write it in your $EDITOR.")
@click.option("--nothing", is_flag=True, help="No win this time: TEXT may say what came in the way.")
@pass_app
def log(
    app: App, text: tuple[str, ...], day: DayAsked, confidence: int | None, in_editor: bool, nothing: bool
) -> None:
    """Log a win: one thing that made you feel accomplished.

    Without TEXT you are asked for it. With - as TEXT it is read from standard input. A text that begins with a
    dash goes in quotes or after --. A day with --nothing is no win, and counts as a day on which you showed up.

    \b
    Examples:
      habit log "Shared my idea in the meeting"
      habit log -c 4 Finished the report
      habit log --on yesterday "Called the client back"
      git log -1 --format=%s | habit log -
      habit log --edit
      habit log --nothing "Ill all day"
    """
    if nothing:
        _check_nothing(confidence, in_editor)
        click.echo(_noted(app, read_stdin() if text == STDIN else " ".join(text), day))
        return
    if text and text != STDIN and not in_editor:
        click.echo(_stored(app, " ".join(text), day, confidence, text))  # the shell has them, should that fail
    else:
        today = app.today_at_any_rate()
        on = _checked(day, today)
        if in_editor:
            _log_in_editor(app, " ".join(text), day, confidence)
        else:
            _store_or_keep(app, _given(app, text, on, today), day, confidence)


def _check_nothing(confidence: int | None, in_editor: bool) -> None:
    if confidence or in_editor:
        raise click.UsageError('A day without a win takes only a few words: habit log --nothing "Ill all day"')


def _noted(app: App, reason: str, day: DayAsked) -> str:
    """What noting a day without a win did."""
    from habit_tracker.actions.nothing import note
    from habit_tracker.cli.render.logged import noted

    done = app.act(note, reason, day.on)
    return "\n".join(noted(done.day, done.shown_up, done.now, terminal_width()))


def _checked(day: DayAsked, today: date) -> date:
    """The day; one that has yet to come, or that is two, is refused before anything is written for it."""
    from habit_tracker.actions.wins import past

    return past(day.on(today), today)


def _stored(app: App, words: str, day: DayAsked, confidence: int | None, typed: tuple[str, ...] = ()) -> str:
    """What became of it; and what was *typed* as if it were a day, an option or a command."""
    from habit_tracker.actions import wins
    from habit_tracker.cli.params.lookalikes import lookalikes
    from habit_tracker.cli.render.logged import logged
    from habit_tracker.cli.render.lookalikes import lookalike_words
    from habit_tracker.desktop import drafts

    done = app.act(wins.log, words, day.on, confidence)
    drafts.end(app.home.inbox, words)
    reached = done.reached.full if done.reached else ""
    said = logged(done.win, done.before, done.now, terminal_width(), again=done.again, reached=reached)
    odd = lookalikes(typed, command_names()) if typed else []
    return "\n".join(filter(None, [said, lookalike_words(odd, done.win.id, done.win.day, done.now.as_of)]))


def _store_or_keep(app: App, words: str | None, day: DayAsked, confidence: int | None) -> None:
    """Store what was typed or piped, if anything; what cannot be stored now waits in the inbox."""
    from habit_tracker.cli.kept import keep
    from habit_tracker.domain.progress.text import clean_text
    from habit_tracker.storage.errors import StorageError

    if words is None:
        click.echo("Nothing was logged.")
        return
    words = clean_text(words)
    try:
        click.echo(_stored(app, words, day, confidence))
    except StorageError as error:
        tell(keep(app, words, day, confidence, error))


def _log_in_editor(app: App, text: str, day: DayAsked, confidence: int | None) -> None:
    """Log what the person leaves in the editor. An unfinished text keeps its day, unless another is named now."""
    from habit_tracker.cli.draft import Subject
    from habit_tracker.cli.in_editor import written
    from habit_tracker.domain.progress.text import clean_text

    today = day.on(app.today_at_any_rate())
    with written(app, Subject(day=today, confidence=confidence), text and clean_text(text)) as found:
        kept = found.subject
        if kept.day and not _is_named("day"):
            day = Day().convert(str(kept.day), None, None)
        _store_or_keep(app, found.text, day, confidence or kept.confidence)


def _is_named(param: str) -> bool:
    source = click.get_current_context().get_parameter_source(param)
    return source is not click.core.ParameterSource.DEFAULT


def _given(app: App, words: tuple[str, ...], day: date, today: date) -> str | None:
    """The text from the arguments, from standard input, or from the person, who may say nothing."""
    from habit_tracker.cli.reading import ask_in_terminal

    if words == STDIN:
        return read_stdin()
    if not sys.stdin.isatty():
        raise click.UsageError('There is no text to log. Write: habit log "What you did"')
    return ask_in_terminal(app.question(), "" if day == today else near_day(day, today))
