"""What came of a question that was asked at the shell."""

from datetime import date

from habit_tracker.cli.app import App
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.domain.words import clock


def keep(request: Request, text: str, confidence: int | None = None) -> None:
    """Put the answer into the inbox, where it waits until it is stored. Raises HabitError."""
    from habit_tracker.desktop.inbox import Keeper
    from habit_tracker.domain.errors import HabitError

    try:
        Keeper(request).keep("answer", text, confidence)
    except OSError as error:
        raise HabitError(f"Your answer could not be kept: {error.strerror}. Copy it from above.") from error


def say_what_came_of_it(app: App, request: Request, before: list[date], choice: str) -> str:
    """Store the reply, let the reminder see it, and say what it did. *before* are the days that had a win."""
    from habit_tracker.reminder.spawn import wake
    from habit_tracker.storage.errors import StorageError

    try:
        app.take_replies()
    except StorageError as error:
        return kept_words(error)
    wake(app.home)  # its question leaves the screen
    if choice == "answer":
        return _logged(app, request.day, before)
    return _put_off(app, request) or 'Nothing more is asked today. A win still counts: habit log "What you did"'


def kept_words(error: Exception) -> str:
    """That an answer is safe although it could not be stored."""
    return f"Your answer is kept, and the next command stores it. {error}"


def _logged(app: App, day: date, before: list[date]) -> str:
    from habit_tracker.cli.render.logged import logged
    from habit_tracker.domain.progress.streaks import standing
    from habit_tracker.storage import journal

    with app.reading() as session:
        win = journal.between(session.connection, day, day, most=1)[0]
        after = journal.days(session.connection)
    was, now = (standing(session.calendar, days, session.today) for days in (before, after))
    return logged(win, was, now, again=day in before)


def _put_off(app: App, request: Request) -> str | None:
    """When the question comes again, if it does."""
    from habit_tracker.storage import ledger

    with app.reading() as session:
        following = ledger.find(session.connection, request.day, request.kind, request.number + 1)
    if following is None:
        return None
    local = following.due_at.astimezone(app.moment.zone)
    return f"You are asked again at {clock(local.time())} ({app.moment.zone_name})."
