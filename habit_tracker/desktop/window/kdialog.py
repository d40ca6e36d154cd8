"""The answer window in kdialog: a line to write in, then a menu of what to do with it.

It takes a text to start from only as an argument, which everybody could read; so a draft is shown, and kept or
written anew.
"""

from html import escape

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.programs import Program, Said, ask_with, heading, step_words
from habit_tracker.desktop.window.result import WindowResult
from habit_tracker.domain.progress.text import CONFIDENCE

SAVE, LATER, NOT_TODAY, ANEW = "Save", "Later", "Not today", "Write it anew"


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Ask for the text and then for the rest. Raises Unavailable where kdialog opens nothing."""
    return ask_with("kdialog", (_once, _thank), request, keeper, opener)


def _once(program: Program, request: Request) -> Said:
    if request.draft:
        title = request.trouble or request.notice or request.question
        program.run(["--title", title, "--geometry", "520x300", "--textbox", "-"], _rich(request.draft))
        kept = _choose(program, request, request.draft, anew=True)
        if kept is not None:
            return kept
    shown = ["--title", request.question, "--inputbox", _rich(heading(request._replace(notice=None))), ""]
    status, text = program.run(shown)
    return Said(None) if status else _choose(program, request, text) or Said(None, text)


def _choose(program: Program, request: Request, text: str, anew: bool = False) -> Said | None:
    """What is to be done with *text*; None for another text instead."""
    can = _actions(request, text)
    rows = [*can, *([ANEW] if anew else [])]
    pairs = [word for row in rows for word in (row, row)]
    words = ["--title", request.question, "--default", rows[0], "--geometry", "520x360"]
    _, chosen = program.run([*words, "--menu", _rich(request.day_words), *pairs])
    return None if chosen == ANEW else can.get(chosen, Said(None, text))


def _actions(request: Request, text: str) -> dict[str, Said]:
    """What can be done with *text*, by the words of each."""
    save: dict[str, Said] = {}
    if text.strip() or not request.buttons:
        save = {f"{SAVE}, confidence {step_words(step)}": Said("answer", text, step) for step in CONFIDENCE}
        save = {SAVE: Said("answer", text)} | save
    return save | ({LATER: Said("later", text), NOT_TODAY: Said("skip", text)} if request.buttons else {})


def _rich(words: str) -> str:
    """kdialog takes some texts for HTML: give it one that is."""
    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>"


def _thank(_program: Program, _words: Confirmation) -> None:
    """Its notification says it."""
