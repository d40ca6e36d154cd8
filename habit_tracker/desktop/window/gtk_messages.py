"""What the GTK window and the process that keeps its answers say to each other, one JSON object a line.

The window runs where nothing of ours can be imported: this is the one place where both sides are written down.
The first line is the question. The orders that follow are "say" with *words*, "thank" with *title*, *body* and
the milliseconds that they *stay*, "come" to the front, "leave" unless something is written, and "close".
"""

import json
from typing import Literal, NamedTuple, Self

from habit_tracker.desktop.notifications.messages import Request
from habit_tracker.desktop.window import words
from habit_tracker.desktop.window.dark_mode import named_theme
from habit_tracker.desktop.window.palette import DARK, LIGHT
from habit_tracker.domain.nudges.reply import Choice
from habit_tracker.domain.progress.text import CONFIDENCE

GONE = "The program behind this window has ended. Copy your text, and answer in a terminal: habit ask"


class News(NamedTuple):
    """What the window says, once it is open with the *text* and the *confidence* that stand in it.

    able: it could open, had it been asked to. failed: it could not, for the *reason*. opened: it is on the screen.
    ready: it has the keyboard. typed: something was. chosen: the person wants this *choice* kept.
    leave: the person wants to go. closed: it is gone.
    """

    news: Literal["able", "failed", "opened", "ready", "typed", "chosen", "leave", "closed"]
    reason: str = ""
    text: str = ""
    confidence: int | None = None
    choice: Choice | None = None

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The news that the window wrote. Raises ValueError or TypeError for anything else."""
        return cls(**json.loads(line))


def question(request: Request) -> dict[str, object]:
    """All that the window shows, in letters that GTK can show."""
    named = named_theme()
    texts = {
        "title": words.title(request),
        "day": request.day_words,
        "question": request.question,
        "notice": request.notice or "",
        "hint": words.hint(request),
        "draft": request.draft,
        "trouble": request.trouble or "",
        "measure": words.MEASURE,
        "keys": words.KEYS,
        "gone": GONE,
    }
    return {name: _whole(text) for name, text in texts.items()} | {
        "confidence": request.draft_confidence,
        "steps": {"names": [words.step(number) for number in CONFIDENCE], "ends": list(words.ENDS.values())},
        "choices": words.choices(request),
        "palettes": {"light": LIGHT._asdict(), "dark": DARK._asdict()},
        "dark": named if request.dark is None else request.dark,
        "fixed": named is not None,
    }


def _whole(text: str) -> str:
    """*text* without halves of characters and NULs, which would end it."""
    return text.replace("\0", "?").encode("utf-8", "replace").decode()
