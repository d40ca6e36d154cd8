"""The answer window in zenity, where Python has no tkinter or the session has no X."""

import os
import shutil
import signal
import subprocess

from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import Choice

EXTRA: dict[str, Choice] = {"Later": "later", "Not today": "skip"}


def ask(request: Request, keeper: Keeper, opener: Opener) -> WindowResult:
    """Ask for one line; what could not be kept is shown again, to be changed or copied.

    SIGTERM does not close it: nobody can tell whether something was written in it.
    """
    program = shutil.which("zenity")
    if program is None:
        raise Unavailable("the program zenity is not installed")
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    draft, trouble = request.draft, request.trouble
    while True:
        choice, text = _run([program, *_question(request, trouble)], draft if trouble else None)
        if choice is None:
            return WindowResult()
        try:
            reply = keeper.keep(choice, text)
        except (HabitError, OSError) as error:
            draft, trouble = text, trouble_of(error)
        else:
            result = WindowResult(choice, reply.text)
            if choice == "answer" and (words := opener.kept(result)):
                _thank(program, words)
            return result


def _thank(program: str, words: Confirmation) -> None:
    """Say it for a second."""
    text = f"--text={words.title}\n{words.body}"
    subprocess.run([program, "--info", "--no-markup", "--timeout=1", text], capture_output=True, check=False)


def _question(request: Request, trouble: str | None) -> list[str]:
    """The arguments; a text that the person wrote is never among them, it goes through stdin."""
    if trouble:
        return ["--text-info", "--editable", "--width=480", f"--title={trouble}", "--ok-label=Save"]
    words = f"{request.day_words}\n{request.question}".replace("\\", "\\\\").replace("_", "__")
    extra = [f"--extra-button={label}" for label in EXTRA] if request.buttons else []
    return [
        "--entry",
        f"--title={request.question}",
        f"--text={words}",
        "--width=480",
        "--ok-label=Save",
        *extra,
    ]


def _run(words: list[str], draft: str | None) -> tuple[Choice | None, str]:
    """What was chosen and written. Raises Unavailable when zenity opened nothing."""
    env = os.environ | {"LC_ALL": _utf8_locale()}
    done = subprocess.run(words, input=(draft or "").encode(), capture_output=True, env=env, check=False)
    text = done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
    if done.returncode == 0:
        return "answer", text
    if text in EXTRA:
        return EXTRA[text], ""
    if done.returncode != 1 or b"cannot open display" in done.stderr.lower():
        raise Unavailable(_last_line(done.stderr) or f"zenity ended with status {done.returncode}")
    return None, ""


def _utf8_locale() -> str:
    """The person's locale if it is UTF-8: in any other zenity turns letters into question marks."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return named if named.upper().replace("-", "").endswith("UTF8") else "C.UTF-8"


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""
