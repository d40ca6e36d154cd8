"""The setting of the daily question: how it is read and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habit_tracker.cli.app import App

if TYPE_CHECKING:
    from habit_tracker.storage.session import Session


def read_question(session: Session) -> str:
    """The question in force."""
    from habit_tracker.storage.rules import rules

    return rules(session.connection).question


def change_question(app: App, text: str | None) -> str:
    """Let the daily question be *text*, or the usual one; the history tells nobody the words."""
    from habit_tracker.actions.plans import setting
    from habit_tracker.storage.settings import OFF

    app.act(setting, "question", text or OFF, "words of your own" if text else "the usual one")
    return f"From the next time on you are asked: {app.question()}"
