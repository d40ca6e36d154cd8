"""Asking with a program that returns one line, as macOS and Windows have them."""

import subprocess
from collections.abc import Callable, Sequence

from habit_tracker.desktop.inbox import Keeper, trouble_of
from habit_tracker.desktop.window.result import Unavailable, WindowResult
from habit_tracker.domain.errors import HabitError

Answer = str | None


def ask_until_kept(
    keeper: Keeper, draft: str, trouble: str | None, ask_once: Callable[[str, str | None], Answer]
) -> WindowResult:
    """Ask, and again with the same text and the trouble, until it is kept or left (None)."""
    while True:
        text = ask_once(draft, trouble)
        if text is None:
            return WindowResult()
        try:
            reply = keeper.keep("answer", text)
        except (HabitError, OSError) as error:
            draft, trouble = text, trouble_of(error)
        else:
            return WindowResult("answer", reply.text)


def output_of(words: Sequence[str], script: str) -> tuple[int, str, str]:
    """Status, stdout and stderr of a program that reads *script*. Raises Unavailable if it is missing."""
    try:
        done = subprocess.run(words, input=script.encode(), capture_output=True, check=False)
    except OSError as error:
        raise Unavailable(str(error.strerror or error)) from error
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
