"""The answer window in yad: one form, whose text survives every way to leave it but the cross of its frame."""

import re
from html import escape

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.programs import Program, Said, ask_with, heading, step_words
from habit_tracker.desktop.window.result import WindowResult
from habit_tracker.domain.nudges.reply import Choice
from habit_tracker.domain.progress.text import CONFIDENCE

BETWEEN = "\x1f"
BUTTONS: dict[int, tuple[str, Choice]] = {
    4: ("_Not today", "skip"),
    2: ("_Later", "later"),
    10: ("_Save", "answer"),
}
"""By the status with which yad ends; it tells what was written only with an even one."""
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
FORM = ("--form", "--width=520", "--height=340", "--center", "--escape-ok", "--borders=14")


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Ask in one form. Raises Unavailable where yad opens nothing."""
    return ask_with("yad", (_once, _thank), request, keeper, opener)


def _once(program: Program, request: Request) -> Said:
    offered = BUTTONS if request.buttons else {10: BUTTONS[10]}
    buttons = [f"--button={label}:{status}" for status, (label, _) in offered.items()]
    fields = ["--field=What you did (Alt+S saves):TXT", "--field=Con_fidence:CB"]
    words = [f"--title={request.question}", f"--text={escape(heading(request))}", f"--separator={BETWEEN}"]
    status, told = program.run([*FORM, *words, *fields, *buttons], _values(request))
    text, _, rest = told.partition(BETWEEN)
    step = int(rest[0]) if rest[:1].isdecimal() else None
    choice = offered[status][1] if status in offered else None
    return Said(choice, _read(text) if told else None, step)


def _values(request: Request) -> str:
    """One line for each field, as yad reads them from its stdin."""
    text = request.draft.replace("\\", "\\\\").replace("\n", "\\n")
    chosen = request.draft_confidence
    steps = [f"{'^' if step == chosen else ''}{step_words(step)}" for step in CONFIDENCE]
    return "\n".join([text, "!".join(["no number", *steps]), ""])


def _read(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[1]), text)


def _thank(program: Program, words: Confirmation) -> None:
    """Say it for a second."""
    text = escape(f"{words.title}\n{words.body}")
    program.run(["--no-buttons", "--timeout=1", "--center", "--borders=24", f"--text={text}"])
