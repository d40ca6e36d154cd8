"""The answer window in zenity: a line to write in, then how confident, and what to do with it.

Its forms can be given no text, and lose the one that was written when a button is pressed; so there are two steps.
"""

from habit_tracker.desktop.inbox import Keeper
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.programs import CANCELLED, Program, Said, ask_with, heading
from habit_tracker.desktop.window.result import WindowResult
from habit_tracker.domain.nudges.reply import Choice
from habit_tracker.domain.progress.text import CONFIDENCE

EXTRA: dict[str, Choice] = {"Later": "later", "Not today": "skip"}
CONFIDENT = "Confidence, from 1 (not at all) to 5 (very); 0 is no number"
SIZE = ("--width=520", "--height=360")


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Ask for the text and then for the rest. Raises Unavailable where zenity opens nothing."""
    return ask_with("zenity", (_once, _thank), request, keeper, opener)


def _once(program: Program, request: Request) -> Said:
    status, text = program.run(_writing(request), request.draft)
    if status == CANCELLED:
        return Said(None)
    return _choose(program, request, text)


def _choose(program: Program, request: Request, text: str) -> Said:
    """What is to be done with *text*: a scale, on which 0 is no number, and a button for each choice."""
    buttons = [f"--extra-button={label}" for label in EXTRA] if request.buttons else []
    label = _strings("\n".join(filter(None, [request.day_words, request.notice, CONFIDENT])))
    words = ["--scale", "--width=520", f"--title={request.question}", f"--text={label}", "--ok-label=Save"]
    numbers = ["--min-value=0", f"--max-value={CONFIDENCE[-1]}", f"--value={request.draft_confidence or 0}"]
    status, chosen = program.run([*words, *numbers, *buttons])
    if status == 0:
        return Said("answer", text, int(chosen) or None)
    return Said(EXTRA.get(chosen), text)


def _writing(request: Request) -> list[str]:
    """One line under the question; a text that is there already may have more, and has only a title above."""
    if request.draft:
        title = request.trouble or request.notice or request.question
        return ["--text-info", "--editable", *SIZE, f"--title={title}", "--ok-label=Next"]
    label = _strings(heading(request)).replace("_", "__")
    return ["--entry", "--width=520", f"--title={request.question}", f"--text={label}", "--ok-label=Next"]


def _strings(words: str) -> str:
    """A backslash begins an escape in what zenity is given to show."""
    return words.replace("\\", "\\\\")


def _thank(program: Program, words: Confirmation) -> None:
    """Say it for a second."""
    text = _strings(f"{words.title}\n{words.body}")
    program.run(["--info", "--no-markup", "--timeout=1", f"--text={text}"])
