"""What stands in a win as text although it may have been meant as a day, an option or a command."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import click

from habit_tracker.cli.params.calendar_words import shape
from habit_tracker.cli.params.days import DayAsked, parse_day
from habit_tracker.cli.params.text import Typed

LONGEST_DAY = 4
"""So many words a day may have: `the day before yesterday`."""
MOST_OPTIONS = 3
"""There are no more to set."""
_DASH = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
_OPTION = re.compile(rf"({_DASH}{{1,2}})(on|c|confidence|edit)(?:=(.+)|([1-5]))?", re.IGNORECASE)
_CONFIDENCE = re.compile(r"([1-5])(?:/5)?")
_WORDS_TOO = {"sat", "sun", "wed", "24/7"}
"""Days that mean something else as well."""


class Finding(NamedTuple):
    """One lookalike: what was written, the words without it, and what it would have been as an argument.

    The *kind* is day, option or command. *args* are empty where an option's value is none. *asked* is the day.
    """

    kind: str
    text: str
    rest: str
    args: tuple[str, ...]
    asked: DayAsked | None = None


def lookalikes(words: Typed, commands: Collection[str] = ()) -> list[Finding]:
    """The lookalikes in a win's words: a whole command, options anywhere, and a day at either end.

    Each *rest* leaves out what was found before, too, save a day: that may well belong to the text.
    """
    tokens = (words if isinstance(words, str) else " ".join(words)).split()
    if tokens and tokens[0].lower() in commands and all(map(_follows_a_command, tokens[1:])):
        return [Finding("command", " ".join(tokens), "", (tokens[0].lower(), *tokens[1:]))]
    found: list[Finding] = []
    while len(found) < MOST_OPTIONS and (option := next(_options(tokens), None)):
        finding, tokens = option
        found.append(finding)
    day = _day(tokens)
    return [*found, day] if day else found


def _follows_a_command(token: str) -> bool:
    """A number or an option; a sentence goes on with other words."""
    return bool(re.fullmatch(rf"#?[0-9]+[a-z:]*[0-9]*|{_DASH}{{1,2}}[a-z].*", token))


def _options(tokens: list[str]) -> Iterator[tuple[Finding, list[str]]]:
    """Each option among the tokens, with the tokens that are left."""
    for index, token in enumerate(tokens):
        used, args, asked = _option(tokens, index)
        on_purpose = token.startswith("-")  # a plain dash got here in quotes or after --
        if used and (args or not on_purpose):
            left = tokens[:index] + tokens[index + used :]
            text = " ".join(tokens[index : index + used])
            yield Finding("option", text, " ".join(left), args, asked), left


def _option(tokens: list[str], index: int) -> tuple[int, tuple[str, ...], DayAsked | None]:
    """How many tokens at *index* are an option, which it would have been, and its day; 0 where they are none."""
    token, following = tokens[index], tokens[index + 1 : index + 1 + LONGEST_DAY]
    if index in {0, len(tokens) - 1} and re.fullmatch(r"[1-5]/5", token):
        return 1, ("-c", token[0]), None
    found = _OPTION.fullmatch(token)
    if not found or (found[4] and found[2].lower() != "c"):
        return 0, (), None
    name, value = found[2].lower(), found[3] or found[4]
    if name == "edit":
        return 1, (), None
    if name == "on":
        return _day_option([value] if value else following, 0 if value else 1)
    given = _CONFIDENCE.fullmatch(value or " ".join(following[:1]))
    return (1 if value or not given else 2), ("-c", given[1]) if given else (), None


def _day_option(tokens: list[str], before: int) -> tuple[int, tuple[str, ...], DayAsked | None]:
    for size in range(min(LONGEST_DAY, len(tokens)), 0, -1):
        if asked := _certain(" ".join(tokens[:size])):
            return before + size, ("--on", asked.text), asked
    return 1, (), None


def _day(tokens: list[str]) -> Finding | None:
    """A day in the first or the last words; the longest."""
    for size in range(min(LONGEST_DAY + 1, len(tokens)), 0, -1):
        for part in (tokens[:size], tokens[-size:]):
            text = " ".join(part).rstrip(",:;!?")
            asked = _certain(text) or _certain(text.rstrip("."))
            if asked and _reads_as_a_day(text.lower()):
                text_of_day = re.sub(r"^on ", "", asked.text)
                return Finding("day", text, " ".join(tokens), ("--on", text_of_day), asked)
    return None


def _certain(text: str) -> DayAsked | None:
    """The one day that a short text names."""
    try:
        asked = parse_day(text) if len(text) <= len("Wednesday 30 September 2026") else None
    except click.UsageError:
        return None
    return asked if asked and len(asked.meanings) == 1 else None


def _reads_as_a_day(text: str) -> bool:
    """Whether nobody would take it for a number, like 2.1 or 5th, or for another word, like sat."""
    return text.rstrip(".").removeprefix("the ") not in _WORDS_TOO and shape(text).kinds not in {"n . n", "o"}
