"""Reading what a person wrote: from standard input, from a file, or at the terminal."""

import locale
import sys
from contextlib import suppress
from typing import BinaryIO

import click

from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.progress.text import LONGEST

MARK = "\ufeff"
"""What some programs put before UTF-8; a text that is nothing else is left as it is."""
MOST_BYTES = 4 * LONGEST + 4096
"""More than the longest text has in UTF-8, with white space around it."""


def read_stdin() -> str:
    """The text on standard input."""
    return read_text(sys.stdin.buffer, "Standard input")


def read_text(stream: BinaryIO, what: str) -> str:
    """The text of *stream*, in UTF-8 or else in the locale's encoding; no more than a win may hold is read.

    Raises HabitError for bytes that fit neither; *what* begins the sentence.
    """
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise HabitError(f"{what} holds more than a win may: {LONGEST:,} characters. Shorten it.")
    return decoded(data, locale.getpreferredencoding(False), what)


def decoded(data: bytes, fallback: str, what: str = "Standard input") -> str:
    """The text of *data*. Raises HabitError with the place of the first byte that fits neither encoding."""
    try:
        text = data.decode()
        return text.removeprefix(MARK) if text.strip(MARK).strip() else text
    except UnicodeDecodeError as error:
        with suppress(UnicodeDecodeError, LookupError):
            if fallback.lower().replace("-", "") not in {"utf8", "ascii", "usascii", "ansi_x3.41968"}:
                return data.decode(fallback)
        raise HabitError(
            f"{what} is not UTF-8 text: byte {error.start + 1} cannot be read. Write it as UTF-8."
        ) from None


def ask_in_terminal(question: str, day: str = "") -> str | None:
    """What the person types, None for an empty line; a *day* other than today is named before it.

    The arrow keys work where the system has readline.
    """
    with suppress(ImportError):
        import readline  # noqa: F401
    about = f"{day[:1].upper()}{day[1:]}. " if day else ""
    asked = f"{about}{question} (Return alone leaves.)\n"
    answer: str = click.prompt(asked, prompt_suffix="> ", default="", show_default=False)
    return answer.strip() or None
