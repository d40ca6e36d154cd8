"""What to say of a value that is none: of a number, a choice, a day."""

import re
from typing import Any

import click

from habit_tracker.cli.params.days import Day, parse_day
from habit_tracker.cli.params.free_text import TextCommand, unmarked
from habit_tracker.cli.params.parsed import Unreadable
from habit_tracker.cli.params.text import either, plain
from habit_tracker.cli.spelling import closest
from habit_tracker.domain.quoting import quoted

LONGEST_DAY = 4
"""So many words a day may have."""
SHORT = 45
"""Characters of a command line that fit into the sentence."""


def bad_value(error: click.BadParameter, command: click.Command, words: list[str]) -> str:
    """One sentence on the value; *words* are those after `habit`."""
    what, right = _parts(error)
    place = _place(error.param, words)
    if place is None:
        return f"{what} {right}".strip()
    if isinstance(getattr(error.param, "type", None), Day) and (day := _of_several_words(words[place:])):
        return f"{what} Put a day of several words in quotes: {words[place - 1]} {quoted(day)}"
    text = 1 + sum(isinstance(param, click.Argument) and param.nargs == 1 for param in command.params)
    if isinstance(command, TextCommand) and text < place - 1 and place + 1 < len(words):  # words on both sides
        return f"{what} If it belongs to the win, put the win in quotes: {_in_quotes(words, text)}"
    return f"{what} {right}".strip()


def _parts(error: click.BadParameter) -> tuple[str, str]:
    """What is wrong, and what would have been right."""
    kind = getattr(error.param, "type", None)
    if isinstance(error, Unreadable):
        return error.what, error.message.removeprefix(error.what).strip()
    if isinstance(kind, click.Choice):
        return _choice(error, kind)
    if isinstance(kind, click.IntRange | type(click.INT)):
        return f"{_name(error.param)} takes a whole number{_range(kind)}, not {_given(error)}.", ""
    return error.message, ""


def _given(error: click.BadParameter) -> str:
    """The value, which stands at the beginning of what click says."""
    value = error.message.rpartition(" is not ")[0]
    return quoted(unmarked(value[1:-1]) if re.fullmatch(r"(['\"]).*\1", value, re.DOTALL) else value)


def _name(param: click.Parameter | None) -> str:
    """The option as it is written in full, or the argument as the help calls it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return ((getattr(param, "metavar", None) or (param and param.name)) or "It").upper().strip("[]")


def _range(kind: Any) -> str:
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return f" from {low} to {high:,}"
    return f" from {low} on" if low is not None else f" up to {high}" if high is not None else ""


def _choice(error: click.BadParameter, kind: "click.Choice[Any]") -> tuple[str, str]:
    value, choices = _given(error), [str(choice) for choice in kind.choices]
    guesses = closest(value[1:-1].lower(), choices)
    return (
        f"{_name(error.param)} is {either(choices)}, not {value}.",
        f"Did you mean {guesses[0]}?" if guesses else "",
    )


def _place(param: click.Parameter | None, words: list[str]) -> int | None:
    """Where in the words the value of an option stands on its own."""
    names = param.opts if isinstance(param, click.Option) else []
    return next((index for index, word in enumerate(words) if index and words[index - 1] in names), None)


def _of_several_words(words: list[str]) -> str | None:
    """The day that the first of the words name together."""
    for size in range(min(LONGEST_DAY, len(words)), 1, -1):
        try:
            if parse_day(words[:size]):
                return plain(words[:size])
        except click.UsageError:
            continue
    return None


def _in_quotes(words: list[str], text: int) -> str:
    """The command with all from *text* on as one text."""
    from shlex import join

    line = join(["habit", *words[:text], " ".join(words[text:])])
    return line if len(line) <= SHORT and line.isprintable() else f'habit {words[0]} "What you did"'
