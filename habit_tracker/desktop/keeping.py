"""Keeping what the person said: checked, given its moment and its identity, and dropped into the inbox."""

from datetime import UTC, datetime

from habit_tracker.desktop.wire import Request
from habit_tracker.domain.reply import Choice, Reply
from habit_tracker.domain.text import clean_text


class Keeper:
    """Keeps the reply to one request; a second try after a failure writes the same reply, not another one."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._uid: str | None = None

    def keep(self, choice: Choice, text: str | None = None, confidence: int | None = None) -> Reply:
        """The reply, now safe in the inbox.

        Raises HabitError for a text that cannot be a win, OSError when it could not be written.
        """
        import uuid  # these three cost time that a window should not take to open
        from pathlib import Path

        from habit_tracker.desktop.inbox import drop

        wanted = clean_text(text or "") if choice == "answer" else None
        self._uid = self._uid or uuid.uuid4().hex
        asked = self._request
        now = datetime.now(UTC)
        reply = Reply(self._uid, asked.day, asked.kind, asked.number, choice, now, asked.zone, wanted, confidence)
        drop(reply, Path(asked.inbox))
        return reply


def trouble_of(error: Exception) -> str:
    """What to tell the person whose reply could not be kept."""
    if isinstance(error, OSError):
        return f"Not saved yet: {error.strerror or error}. Your text is still here; please try again."
    return str(error)
