"""Asking with a program that shows dialogs: what it is given, what it says, and the reply that is kept.

What the person wrote is never among its arguments, which all on this computer can read: it goes through stdin.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from habit_tracker.desktop import display_server
from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.notifications.messages import Confirmation, Request
from habit_tracker.desktop.window.opener import Opener
from habit_tracker.desktop.window.result import Unavailable, WindowResult
from habit_tracker.desktop.window.words import ENDS
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.nudges.reply import Choice

CANCELLED = 1
PR_SET_PDEATHSIG = 1
NO_DISPLAY = (b"cannot open display", b"could not connect to display", b"failed to open display")


class Said(NamedTuple):
    """What was chosen, None where the person left; *text* is None where the program does not tell what it was."""

    choice: Choice | None
    text: str | None = None
    confidence: int | None = None


class Program:
    """A program of this system, on the display that answers. Raises Unavailable where either is missing."""

    def __init__(self, name: str) -> None:
        path = shutil.which(name)
        if path is None:
            raise Unavailable(f"the program {name} is not installed")
        if trouble := display_server.trouble(os.environ):
            raise Unavailable(trouble)
        self._path, self._name = path, name
        self._env = {"QT_QPA_PLATFORM": "wayland;xcb"} if os.environ.get("WAYLAND_DISPLAY") else {}
        self._env |= display_server.reachable(os.environ) | {"LC_ALL": utf8_locale()}

    def run(self, words: Sequence[str], text: str = "") -> tuple[int, str]:
        """Its status and what it says, with *text* on its stdin. Raises Unavailable if it opens nothing."""
        data = text.encode("utf-8", "replace")
        done = subprocess.run(
            [self._path, *words],
            input=data,
            capture_output=True,
            env=self._env,
            check=False,
            preexec_fn=_end_with_parent,
        )
        failed = done.returncode < 0 or done.returncode in {127, 134, 255}
        if failed or any(sign in done.stderr.lower() for sign in NO_DISPLAY):
            raise Unavailable(_last_line(done.stderr) or f"{self._name} ended with status {done.returncode}")
        return done.returncode, done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


Once = Callable[[Program, Request], Said]


def ask_with(
    name: str,
    talk: tuple[Once, Callable[[Program, Confirmation], object]],
    request: Request,
    keeper: Keeper,
    opener: Opener,
) -> WindowResult:
    """Ask until it is kept or left; what could not be kept is shown again, with the reason.

    *talk* is how to ask once, and how to thank. SIGTERM does not close it: nobody can tell whether something was
    written in it.
    """
    program, (once, thank) = Program(name), talk
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    while True:
        said = once(program, request)
        try:
            result = _kept(said, keeper)
        except (HabitError, OSError) as error:
            if said.choice is None and said.text == request.draft and request.trouble:
                return WindowResult()  # the person knows
            request = request._replace(
                draft=said.text or "", draft_confidence=said.confidence, notice=None, trouble=trouble_of(error)
            )
        else:
            if result.choice == "answer" and (words := opener.kept(result)):
                thank(program, words)
            return result


def _kept(said: Said, keeper: Keeper) -> WindowResult:
    if said.text is not None and said.choice != "answer":
        keeper.keep_draft(said.text, said.confidence)
    if said.choice is None:
        return WindowResult()
    reply = keeper.keep(said.choice, said.text, said.confidence)
    return WindowResult(said.choice, reply.text, reply.confidence)


def heading(request: Request) -> str:
    """What stands above the text: why it is asked again, whose draft it is, the day and the question."""
    return "\n".join(filter(None, [request.trouble, request.day_words, request.question, request.notice]))


def step_words(step: int) -> str:
    """A step of confidence, as it is chosen from a list."""
    return f"{step} ({ENDS[step]})" if step in ENDS else str(step)


def utf8_locale() -> str:
    """The person's locale if it is UTF-8: in any other such a program turns letters into question marks."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return named if named.upper().replace("-", "").endswith("UTF8") else "C.UTF-8"


def _end_with_parent() -> None:
    """A dialog whose answer nobody reads any more must not stay on the screen."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""
