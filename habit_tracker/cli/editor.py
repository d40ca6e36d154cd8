"""The person's own editor: found, started, waited for."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import which
from types import FrameType
from typing import Any

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("notepad",) if os.name == "nt" else ("sensible-editor", "editor", "nano", "vim", "vi")
"""What is tried where neither is set."""
ADVICE = "Name one that is here, as in EDITOR=nano"
KEYS = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
"""What Ctrl+C and its like send to all that runs in the terminal: it is meant for the editor."""


ENDS = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]


class EditorError(HabitError):
    """Nothing came from the editor, and why not: the end of a sentence that says what that means."""


def open_in_editor(file: Path) -> None:
    """Let the person edit *file* until the editor ends. Raises EditorError where it does not start, or fails."""
    words = command()
    with _signals():
        try:
            status = subprocess.Popen([*words, str(file)]).wait()
        except OSError as error:
            raise EditorError(
                f"the editor {quoted(words[0])} cannot be started: {error.strerror}. {ADVICE}."
            ) from error
    if status:
        raise EditorError(f"the editor {quoted(words[0])} {_ending(status)}.")


def command() -> list[str]:
    """The words that start it: a path with spaces, or a program with its arguments, as a shell would read them.

    Raises EditorError where there is none.
    """
    name = next((name for name in VARIABLES if os.environ.get(name, "").strip()), None)
    if name is None:
        if found := next(filter(None, map(which, USUAL)), None):
            return [found]
        raise EditorError(f"there is no editor here. {ADVICE}.")
    value = os.environ[name].strip()
    if which(value):
        return [value]
    with suppress(ValueError):
        if words := shlex.split(value, posix=os.name == "posix"):
            return [os.path.expanduser(words[0].strip('"')), *words[1:]]  # noqa: PTH111  a Path drops a trailing slash
    raise EditorError(f"{name} is {quoted(value)}, which is no command. {ADVICE}.")


def _ending(status: int) -> str:
    if status > 0:
        return f"ended with status {status}"
    with suppress(ValueError):
        return f"was ended by {signal.Signals(-status).name}"
    return f"was ended by signal {-status}"


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    """Do nothing."""


@contextmanager
def _signals() -> Iterator[None]:
    """Leave the keys to the editor; an end from outside is one that can be told: the editor may live on.

    They are heard and passed over: what is ignored here would be ignored by the editor as well.
    """
    wanted: dict[int, Any] = {**dict.fromkeys(KEYS, _pass_over), **dict.fromkeys(ENDS, _end)}
    before = {number: signal.signal(number, handler) for number, handler in wanted.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
