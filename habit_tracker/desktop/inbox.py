"""Replies as files: checked, given their moment and their identity, and kept where they wait until stored."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.domain.nudges.reply import Choice, Reply
from habit_tracker.domain.progress.text import clean_text


class Draft(NamedTuple):
    """What stood in a window."""

    text: str
    confidence: int | None


class Keeper:
    """Keeps the reply to one request; a second try after a failure writes the same reply, not another one."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._uid: str | None = None
        self._draft: Draft | None = None

    def keep(self, choice: Choice, text: str | None = None, confidence: int | None = None) -> Reply:
        """The reply, now safe in the inbox.

        Raises HabitError for a text that cannot be a win, OSError when it could not be written.
        """
        import uuid  # which costs time that a window should not take to open

        wanted = clean_text(text or "") if choice == "answer" else None
        self._uid = self._uid or uuid.uuid4().hex
        asked = self._request
        now = datetime.now(UTC)
        reply = Reply(self._uid, asked.key, choice, now, asked.zone, wanted, confidence)
        drop(reply, Path(asked.inbox))
        return reply

    def keep_draft(self, text: str, confidence: int | None) -> None:
        """Keep what stands in the window, for the next one."""
        self._draft = Draft(text, confidence)

    def draft(self) -> Draft | None:
        """What was kept so, if it was."""
        return self._draft


def trouble_of(error: Exception) -> str:
    """What to tell the person whose reply could not be kept."""
    if isinstance(error, OSError):
        return f"Not saved yet: {error.strerror or error}. Your text is still here; please try again."
    return str(error)


def drop(reply: Reply, folder: Path) -> Path:
    """The file that now holds *reply*, safe on the disk. Raises OSError when it could not be written."""
    from habit_tracker.private_files import write_private_file

    return write_private_file(folder / f"{reply.uid}.json", [reply.to_json().encode("ascii")])
