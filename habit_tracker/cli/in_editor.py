"""Writing the text of a win in an editor: nothing is stored that was not saved, nothing saved is lost."""

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import NamedTuple

import click

from habit_tracker.cli import drafts
from habit_tracker.cli.app import App, tell
from habit_tracker.cli.draft import CAME_BACK, Draft, Subject
from habit_tracker.cli.editor import EditorError, open_in_editor
from habit_tracker.cli.reading import read_text
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted
from habit_tracker.domain.words import near_day
from habit_tracker.private_files import make_private

AT_ONCE = 2.0
"""Seconds within which nobody has written anything: an editor with a window that does not wait for it."""


class Written(NamedTuple):
    """What was written, and what it is to become."""

    text: str
    subject: Subject


@contextmanager
def written(app: App, subject: Subject, text: str = "") -> Iterator[Written]:
    """What the person left in the editor, which opens with *text* or with what was left unfinished.

    It is removed once the block has stored it. Raises HabitError where there is nothing to store, or where the
    block does; then it says that what was saved is kept.
    """
    drafts.sweep(app.home)
    with _draft(app, subject, text) as draft:
        try:
            yield Written(_edited(draft), draft.subject)
        except HabitError as error:
            raise _with_what_is_kept(error, draft) from error
        draft.remove()


def _draft(app: App, subject: Subject, text: str) -> AbstractContextManager[Draft]:
    """The text to go on with, where there is one and the person wants to; else a new one."""
    may_ask = sys.stdin.isatty() and (subject.win or not text)  # a text that was given is not for another's file
    for one in [one for one in drafts.unfinished(app.home) if one.subject.win == subject.win]:
        if not may_ask:
            tell(f"{_named(app, one)} is kept in {one.file}.")
        elif click.confirm(f"{_named(app, one)}. Go on with it? (no removes it)", default=True):
            return drafts.gone_on_with(one)
        else:
            one.remove()
    return drafts.begun(app.home, subject, text)


def _named(app: App, draft: Draft) -> str:
    """`An unfinished text of yesterday, Sunday 22 November: 'Shared my idea'`."""
    at = datetime.fromtimestamp(draft.changed(), app.moment.zone)
    today = app.moment.now.astimezone(app.moment.zone).date()
    return f"An unfinished text of {near_day(at.date(), today)}: {preview(draft)}"


def preview(draft: Draft) -> str:
    """How it begins."""
    return quoted(" ".join(draft.beginning().decode(errors="replace").split()))


def _edited(draft: Draft) -> str:
    """What is in the file once the editor has ended."""
    before, begun = draft.is_unfinished(), time.monotonic()
    try:
        open_in_editor(draft.file)
    except SystemExit:  # the terminal is closed; a window with the text may be there still
        draft.may_be_open()
        raise
    if not draft.file.is_file():
        raise EditorError("the editor left no file.")
    if not (before or draft.is_saved()):
        if time.monotonic() < begun + AT_ONCE:
            draft.may_be_open()
        raise EditorError("the editor saved nothing.")
    with draft.file.open("rb") as file:
        text = read_text(file, "What was saved")
    if not text.strip():
        raise EditorError("the text is empty.")
    return text


def _with_what_is_kept(error: HabitError, draft: Draft) -> HabitError:
    """The error, with what becomes of the text."""
    command, said = draft.subject.command, str(error)
    if isinstance(error, EditorError):
        said = f"{draft.subject.nothing_done}: {said}"
    if draft.is_unfinished():
        make_private(path for path in draft.folder.iterdir() if not path.is_symlink())
        return HabitError(f"{said} What you wrote is kept: `{command}` goes on with it.")
    if (draft.folder / CAME_BACK).exists():
        return HabitError(
            f"{said} If it has a window, let it wait, as in EDITOR='code --wait'; "
            f"what you still save there is kept, and `{command}` goes on with it."
        )
    draft.remove()
    return HabitError(said)
