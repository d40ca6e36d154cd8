"""Replies as files: checked, given their moment and their identity, and kept where they wait until stored."""

from datetime import UTC, datetime
from pathlib import Path

from habit_tracker.desktop import drafts
from habit_tracker.desktop.drafts import Draft
from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.domain.nudges.reply import Choice, Reply
from habit_tracker.domain.progress.text import clean_text


class Keeper:
    """Keeps the reply to one request; a second try after a failure writes the same reply, not another one."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._uid: str | None = None
        self._draft: Path | None = None
        self._of = request.key.day
        self._text = ""

    @property
    def _inbox(self) -> Path:
        return Path(self._request.inbox)

    @property
    def kept(self) -> bool:
        """Whether something that stood in this window is kept as a draft."""
        return self._draft is not None and self._draft.exists()

    def draft(self) -> Draft | None:
        """What was written before and never answered; from now on this is where it is kept."""
        found = drafts.for_day(self._inbox, self._of)
        if found is None:
            return None
        self._draft, self._of, self._text = found[0], found[1].day, found[1].text
        return found[1]

    def keep_draft(self, text: str, confidence: int | None) -> None:
        """Keep what stands in the window; no draft stays of an empty one. Raises OSError when it is not kept.

        It stays the draft of the day for which it was begun, until the field was empty in between. One that was
        answered meanwhile, through another door, is none any more.
        """
        if text.strip():
            if self._draft and text == self._text and not self._draft.exists():
                return
            self._text = text
            self._draft = self._draft or drafts.new_path(self._inbox)
            drafts.keep(self._draft, Draft(self._of, text, confidence, datetime.now(UTC)))
        else:
            self._drop_draft()

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
        drop(reply, self._inbox)
        if wanted is not None:
            self._drop_draft()
            drafts.end(self._inbox, wanted)
        return reply

    def _drop_draft(self) -> None:
        """What comes from now on is begun anew, for the day that is asked about."""
        if self._draft:
            self._draft.unlink(missing_ok=True)
        self._draft, self._of = None, self._request.key.day


def trouble_of(error: Exception) -> str:
    """What to tell the person whose reply could not be kept."""
    if isinstance(error, OSError):
        return f"Not saved yet: {error.strerror or error}. Your text is still here; please try again."
    return str(error)


def drop(reply: Reply, folder: Path) -> Path:
    """The file that now holds *reply*, safe on the disk. Raises OSError when it could not be written."""
    from habit_tracker.private_files import write_private_file

    return write_private_file(folder / f"{reply.uid}.json", [reply.to_json().encode("ascii")])
