"""What a person wrote and what cannot be stored just now: it waits in the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habit_tracker.domain.errors import HabitError

if TYPE_CHECKING:
    from habit_tracker.cli.app import App
    from habit_tracker.cli.params.days import DayAsked
    from habit_tracker.desktop.notifications.messages import Request


def keep(app: App, text: str, day: DayAsked, confidence: int | None, error: HabitError) -> str:
    """Keep a win until it can be stored, and say so. Raises HabitError where that cannot be, too."""
    from habit_tracker.actions.wins import past
    from habit_tracker.reminder.requests import asked_now

    today = app.today_at_any_rate()
    drop(asked_now(past(day.on(today), today), app.moment, app.home.inbox), text, confidence)
    return kept_words(error)


def drop(request: Request, text: str, confidence: int | None = None) -> None:
    """Put the answer to *request* into the inbox. Raises HabitError where it cannot be written."""
    from habit_tracker.desktop.inbox import Keeper

    try:
        Keeper(request).keep("answer", text, confidence)
    except OSError as error:
        raise HabitError(f"Your answer could not be kept: {error.strerror}. Copy it from above.") from error


def kept_words(error: Exception) -> str:
    """That an answer is safe although it could not be stored."""
    return f"Your answer is kept, and the next command stores it. {error}"
