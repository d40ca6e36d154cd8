"""habit ask."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habit_tracker.cli.app import App, pass_app
from habit_tracker.cli.output import terminal_width

if TYPE_CHECKING:
    from habit_tracker.desktop.notifications.messages import Confirmation, Request
    from habit_tracker.desktop.window.result import WindowResult


@click.command()
@pass_app
def ask(app: App) -> None:
    """Ask you now, in a small window or in the terminal.

    Where a question of today is on the screen already, this answers it.

    \b
    Examples:
      habit ask
    """
    request, before = _request(app)
    outcome = _outcome(app, request)
    if outcome.elsewhere:
        click.echo("A window to answer in is open already: it was called to the front.")
    elif outcome.choice is None:
        click.echo(_left(request))
    else:
        click.echo(_said(app, request, before, outcome.choice))


def _left(request: Request) -> str:
    """That nothing was logged, and where the text is that was written."""
    from habit_tracker.desktop.drafts import waiting

    kept = any(draft.day == request.key.day for draft in waiting(Path(request.inbox)).values())
    return "Nothing was logged." + (" Your draft is kept: habit ask brings it back." if kept else "")


def _request(app: App) -> tuple[Request, list[date]]:
    """The question of today, that of the screen if there is one; and the days that have a win."""
    from habit_tracker.domain.nudges.snooze import open_on
    from habit_tracker.reminder.requests import asked_now
    from habit_tracker.storage import journal

    with app.reading() as session:
        today, before = session.today, journal.days(session.connection)
    *_, nudge = (None, *open_on(today, app.view().ledger))
    asked = asked_now(today, app.moment, app.home.inbox, app.question(), nudge)
    return asked._replace(window=app.window()), before


def _outcome(app: App, request: Request) -> WindowResult:
    """What the person chose, in the window or else in the terminal; it lies in the inbox now."""
    from habit_tracker.cli.kept import drop
    from habit_tracker.cli.reading import ask_in_terminal
    from habit_tracker.desktop.window.process import ask as ask_in_window
    from habit_tracker.desktop.window.result import WindowResult

    outcome = ask_in_window(request, lambda _: _thanks(app, request.key.day))
    if outcome.failed is None:
        return outcome
    if not sys.stdin.isatty():
        raise click.UsageError(f'No window can be opened here: {outcome.failed}. Write: habit log "What you did"')
    _show_draft(request)
    text = ask_in_terminal(request.question)
    if text is None:
        return WindowResult()
    drop(request, text)
    return WindowResult("answer")


def _show_draft(request: Request) -> None:
    """What was begun in a window, to be written anew: a terminal line cannot be given a text to start from."""
    from habit_tracker.cli.render.lines import printable
    from habit_tracker.desktop.drafts import for_day

    if found := for_day(Path(request.inbox), request.key.day):
        click.echo(f"{found[1].words(request.key.day, request.zone)}\n{printable(found[1].text)}\n")


def _thanks(app: App, day: date) -> Confirmation | None:
    """Store the answer, so that the window can say what it did; None where that cannot be now."""
    from habit_tracker.domain.progress.streaks import standing
    from habit_tracker.reminder.requests import thanks_for
    from habit_tracker.storage import journal
    from habit_tracker.storage.errors import StorageError

    try:
        app.take_replies()
    except StorageError:
        return None
    with app.reading() as session:
        return thanks_for(day, standing(session.calendar, journal.days(session.connection), session.today))


def _said(app: App, request: Request, before: list[date], choice: str) -> str:
    """Store the reply, and say what it did. *before* are the days that had a win."""
    from habit_tracker.cli.kept import kept_words
    from habit_tracker.storage.errors import StorageError

    try:
        app.take_replies()
    except StorageError as error:
        return kept_words(error)
    return _logged(app, request.key.day, before) if choice == "answer" else _put_off(app, request)


def _logged(app: App, day: date, before: list[date]) -> str:
    from habit_tracker.actions.milestones import reach_by_answer
    from habit_tracker.cli.render.logged import logged
    from habit_tracker.domain.progress.streaks import standing
    from habit_tracker.storage import journal

    with app.reading() as session:
        win = journal.between(session.connection, day, day, most=1)[0]
        after = journal.days(session.connection)
    was, now = (standing(session.calendar, days, session.today) for days in (before, after))
    reached = reach_by_answer(app.database, app.moment, day)
    said = reached.full if reached else ""
    return logged(win, was, now, terminal_width(), again=day in before, reached=said)


def _put_off(app: App, request: Request) -> str:
    """When the question comes again, if it does."""
    from habit_tracker.cli.render.nudges import SKIPPED, snoozed_words
    from habit_tracker.domain.nudges.snooze import open_on

    waiting = [nudge for nudge in open_on(request.key.day, app.view().ledger) if nudge.snoozed_until]
    return snoozed_words(waiting[-1], app.moment, "asked again") if waiting else SKIPPED
