"""A command as one line of text, in what systemd units and desktop entries have in common."""

import re
from itertools import dropwhile, takewhile

from habit_tracker.domain.errors import HabitError

ENV = "/usr/bin/env"
NICE = ["nice", "-n", "0", "--"]
ODD_IN_A_PROGRAM = frozenset("\"'\\%=$`")


def check(command: list[str], environment: dict[str, str]) -> None:
    """Raise HabitError for a word that no registration can hold: control characters, undecodable bytes."""
    for word in [*command, *environment.values()]:
        if re.search("[\x00-\x1f\x7f\ud800-\udfff]", word):
            raise HabitError(
                f"Nothing can be started at login or from a menu with the name {word!a}: it holds a line break or"
                " another character that is not text. Rename the folder."
            )


def through_env(command: list[str], environment: dict[str, str]) -> list[str]:
    """*command* as words of which the first is an ordinary program, started with *environment*.

    systemd takes no quotes or backslashes in the name of a program, GLib looks for it before it has resolved
    a percent sign, and `env` takes a name with an equal sign for a variable. So such a name becomes an
    argument of `nice`, which changes nothing at 0 and becomes the program without a process in between.
    """
    plain = ODD_IN_A_PROGRAM.isdisjoint(command[0])
    if plain and not environment:
        return command
    variables = [f"{name}={value}" for name, value in environment.items()]
    return [ENV, *variables, *([] if plain else NICE), *command]


def without_env(words: list[str]) -> list[str]:
    """The command that `through_env` made *words* from."""
    if words[:1] != [ENV]:
        return words
    rest = list(dropwhile(lambda word: re.match(r"\w+=", word), words[1:]))
    return rest[len(NICE) :] if rest[: len(NICE)] == NICE else rest


def variables(words: list[str]) -> dict[str, str]:
    """The environment that `through_env` put into *words*."""
    if words[:1] != [ENV]:
        return {}
    found = takewhile(lambda word: re.match(r"\w+=", word), words[1:])
    return dict(word.split("=", 1) for word in found)


def quote(word: str, special: str) -> str:
    """*word* in double quotes, with a backslash before each of the *special* characters."""
    return '"' + "".join(f"\\{char}" if char in special else char for char in word) + '"'


def split(line: str) -> list[str]:
    """The words of a line made of `quote`d and bare words."""
    found = re.finditer(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', line)
    return [re.sub(r"\\(.)", r"\1", word[1]) if word[1] is not None else word[2] for word in found]
